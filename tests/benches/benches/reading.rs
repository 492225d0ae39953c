//! From an article's text to the graph with positions, on one core.
//!
//! Every iteration reads a text of its own (a running number is appended), so that nothing can be remembered.

use criterion::{Criterion, criterion_group, criterion_main};
use desk::Desk;

const SAMPLE: &str = include_str!("../../../src-tauri/sample/article-id.txt");

fn reading(c: &mut Criterion) {
    let mut run = 0_u32;
    let mut fresh = || {
        run += 1;
        format!("{SAMPLE}\nCatatan {run}.")
    };
    c.bench_function("text to extraction", |b| {
        b.iter_batched(
            &mut fresh,
            |text| desk::extract(&text, &desk::Options::default()),
            criterion::BatchSize::SmallInput,
        );
    });
    c.bench_function("text to scene", |b| {
        b.iter_batched(
            || (Desk::new(), fresh()),
            |(mut desk, text)| desk.open_text(&text, None).expect("an article"),
            criterion::BatchSize::SmallInput,
        );
    });
}

criterion_group!(benches, reading);
criterion_main!(benches);
