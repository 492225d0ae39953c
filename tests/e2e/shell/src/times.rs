//! How long the start takes: from the kernel's exec to the first paint, and to the sample's graph.

use crate::driver::Window;
use crate::journey::sample_shown;
use crate::{Outcome, Run};

/// Five starts, the middle one told. Times are told, never asserted: the machine is not ours.
pub(crate) async fn take(run: &Run) -> Outcome {
    let mut starts = Vec::new();
    for _ in 0..5 {
        let window = Window::open(&run.program, &[], &run.out.join("home"), &run.out).await?;
        let measured = async {
            sample_shown(&window.page).await?;
            measure(&window).await
        };
        let measured = measured.await;
        window.close().await?;
        starts.push(measured?);
    }
    for (index, name) in ["the page begins", "first paint", "the sample's graph"].into_iter().enumerate() {
        let mut times: Vec<f64> = starts.iter().map(|start| start[index]).collect();
        times.sort_by(f64::total_cmp);
        println!("exec -> {name}: {:.0} ms (middle of five; {:.0} to {:.0})", times[2], times[0], times[4]);
    }
    Ok(())
}

/// This start in a sentence.
pub(crate) async fn sentence(window: &Window) -> Outcome<String> {
    let [_, paint, graph] = measure(window).await?;
    Ok(format!("exec -> first paint {paint:.0} ms, -> the sample's graph {graph:.0} ms (driver included)"))
}

/// Milliseconds from exec to the beginning of the page, the first paint and the graph.
async fn measure(window: &Window) -> Outcome<[f64; 3]> {
    let started = window.started()?;
    let page = &window.page;
    let origin = page.number("performance.timeOrigin").await?;
    let paint = page.number("performance.getEntriesByType('paint')[0]?.startTime").await.unwrap_or(f64::NAN);
    let graph = page.number("performance.getEntriesByName('graph')[0]?.startTime").await?;
    Ok([origin - started, origin + paint - started, origin + graph - started])
}
