//! Clauses where the form of a verb tells which clause it belongs to: which verbs can share a subject, whose object a relative
//! pronoun is.

use lang::{Form, Tag};

use super::reading::Reading;

/// How far before its verb a relative pronoun may stand.
const RELATIVE: usize = 9;

/// Whether the walk back from one verb steps over another: without coordination what has no clause of its own ("the decision to send
/// troops was criticised"), with it what has another form ("said that Peru would send troops and thanked Chile").
pub(super) fn passed_over(reading: &Reading<'_>, before: usize, verb: usize, coordinated: bool) -> bool {
    let forms = (reading.token(before).form, reading.token(verb).form);
    let (Some(first), Some(second)) = forms else { return false };
    if coordinated {
        return !joins(first, second);
    }
    // "saying Peru attacked": what is said has a subject of its own.
    let claims = reading.cues[before].say
        || reading.trigger_at[before].is_some_and(|event| reading.triggers[event].sense.turn.is_some());
    second.finite() && !first.finite() && first != Form::Stem && !claims
}

/// Whether a later verb of the second form can share its subject with an earlier one of the first.
fn joins(first: Form, second: Form) -> bool {
    match second {
        Form::Past => !matches!(first, Form::Modal | Form::Infinitive | Form::Ing | Form::Participle),
        Form::Present | Form::Modal | Form::Compound => {
            !matches!(first, Form::Infinitive | Form::Ing | Form::Participle)
        }
        Form::Stem | Form::Infinitive | Form::Ing | Form::Participle => true,
    }
}

/// "The group that attacked the town": "that" behind a noun and right before a verb opens no sentence.
pub(super) fn relative_that(reading: &Reading<'_>, at: usize, verb: usize) -> bool {
    let (start, _) = reading.bounds(verb);
    reading.cues[at].comp
        && at > start
        && (reading.phrase_at[at - 1].is_some() || reading.token(at - 1).tag == Tag::Noun)
        && reading.token(verb).form.is_some_and(Form::finite)
        && (at + 1..verb).all(|between| reading.transparent(between))
}

/// The relative pronoun that is the object of a verb with a subject of its own: "Iran, which Riyadh accuses of".
pub(super) fn object_relative(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let (start, _) = reading.bounds(verb);
    let mut actor = false;
    for at in (start.max(verb.saturating_sub(RELATIVE))..verb).rev() {
        if reading.phrase_at[at].is_some() {
            actor = true;
            continue;
        }
        let cues = reading.cues[at];
        if cues.rel || cues.comp && at > start && reading.token(at - 1).tag == Tag::Noun {
            return Some(at)
                .filter(|at| actor && reading.token(*at).tag == Tag::Pron && !reading.cues[*at].own);
        }
        if reading.verb(at) || reading.punct(at) || cues.sub || cues.coord {
            return None;
        }
    }
    None
}

/// "A demand that Chad release the sailors was rejected", "his claim that rebels had fled was denied": for a verb behind the clause that
/// says what a noun is, where that clause begins.
pub(super) fn noun_clause(reading: &Reading<'_>, inner: usize, verb: usize) -> Option<usize> {
    let (start, _) = reading.bounds(verb);
    let own = |at: usize| reading.token(at).form.is_some_and(Form::finite);
    let inner_acts =
        !matches!(reading.token(inner).form, Some(Form::Ing | Form::Participle | Form::Infinitive));
    let comp = (start..inner)
        .rev()
        .take(RELATIVE)
        .take_while(|at| !reading.wall(*at) && !reading.cues[*at].coord && !reading.cues[*at].rel)
        .find(|at| reading.cues[*at].comp)?;
    let noun = comp.checked_sub(1).filter(|at| *at >= start)?;
    let said = reading.token(noun).tag == Tag::Noun
        || reading.phrase_at[noun].is_some_and(|nth| {
            // "a demand by Peru that"
            let prep = reading.phrases[nth].prep;
            prep.is_some_and(|prep| {
                reading.cues[prep].agent && prep > start && reading.token(prep - 1).tag == Tag::Noun
            })
        });
    let told = (start..noun).any(|at| reading.cues[at].say && reading.verb(at));
    (said && !told && !reading.timed[noun] && own(verb) && inner_acts).then_some(comp)
}

/// Whether a word only says how many: "eleven of his men", "both of which", "several of them".
pub(super) fn counts(reading: &Reading<'_>, at: usize) -> bool {
    let quantifier = (reading.context.pack.terms)().openers.exact(reading.lower(at)).is_some();
    (quantifier || matches!(reading.token(at).tag, Tag::Num | Tag::Det | Tag::Pron))
        && reading.phrase_at[at].is_none()
}
