//! The page in the window, as a hand and an eye have it: real pointer and key events, questions in JavaScript.

use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use serde_json::Value;

use crate::Outcome;

/// The page of one window.
pub(crate) struct Page {
    client: Client,
}

impl Page {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// What this expression comes to.
    pub(crate) async fn ask(&self, expression: &str) -> Outcome<Value> {
        let script = format!("return ({expression});");
        let answer =
            tokio::time::timeout(Duration::from_secs(15), self.client.execute(&script, Vec::new())).await;
        match answer {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(error)) => Err(format!("`{expression}`: {error}")),
            Err(_) => Err(format!("`{expression}`: no answer within 15 s")),
        }
    }

    /// What this promise comes to.
    pub(crate) async fn ask_later(&self, promise: &str) -> Outcome<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             Promise.resolve({promise}).then(v => done(v), e => done('rejected: ' + (e?.message ?? JSON.stringify(e))));"
        );
        let answer =
            tokio::time::timeout(Duration::from_secs(20), self.client.execute_async(&script, Vec::new()))
                .await;
        match answer {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(error)) => Err(format!("`{promise}`: {error}")),
            Err(_) => Err(format!("`{promise}`: no answer within 20 s")),
        }
    }

    /// The text that this expression comes to; empty when it is none.
    pub(crate) async fn text(&self, expression: &str) -> Outcome<String> {
        Ok(self.ask(expression).await?.as_str().unwrap_or_default().to_owned())
    }

    /// The number that this expression comes to.
    pub(crate) async fn number(&self, expression: &str) -> Outcome<f64> {
        let value = self.ask(expression).await?;
        value.as_f64().ok_or(format!("`{expression}` is {value}, no number"))
    }

    /// Waits until this expression holds, at most twenty seconds: the machine may be busy, and a program that is not
    /// compiled for speed lays out a graph in seconds. `what` names it in a failure.
    pub(crate) async fn until(&self, what: &str, expression: &str) -> Outcome {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let last = self.ask(&format!("Boolean({expression})")).await;
            match last {
                Ok(Value::Bool(true)) => return Ok(()),
                _ if Instant::now() < until => tokio::time::sleep(Duration::from_millis(40)).await,
                Ok(_) => return Err(format!("waited twenty seconds in vain: {what} (`{expression}`)")),
                Err(error) => return Err(format!("{what}: {error}")),
            }
        }
    }

    /// The middle of the first element that matches, scrolled into view.
    pub(crate) async fn middle(&self, selector: &str) -> Outcome<(f64, f64)> {
        let find = format!("document.querySelector({selector:?})");
        self.until(&format!("{selector} is there"), &find).await?;
        let place = self
            .ask(&format!(
                "(e => {{ e.scrollIntoView({{block: 'nearest', behavior: 'instant'}}); \
                 const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; }})({find})"
            ))
            .await?;
        match (place[0].as_f64(), place[1].as_f64()) {
            (Some(x), Some(y)) => Ok((x, y)),
            _ => Err(format!("{selector} has no place")),
        }
    }

    /// Clicks the first element that matches.
    pub(crate) async fn click(&self, selector: &str) -> Outcome {
        let (x, y) = self.middle(selector).await?;
        self.click_at(x, y).await
    }

    /// Clicks here.
    pub(crate) async fn click_at(&self, x: f64, y: f64) -> Outcome {
        self.pointer(&[to(x, y), DOWN, UP]).await
    }

    /// Drags from here to there.
    pub(crate) async fn drag(&self, from: (f64, f64), by: (f64, f64)) -> Outcome {
        let half = to(from.0 + by.0 / 2.0, from.1 + by.1 / 2.0);
        self.pointer(&[to(from.0, from.1), DOWN, half, to(from.0 + by.0, from.1 + by.1), UP]).await
    }

    /// Lays the pointer where nothing reacts to it: the window's lower left corner.
    pub(crate) async fn rest(&self) -> Outcome {
        let height = self.number("innerHeight").await?;
        self.pointer(&[to(1.0, height - 2.0)]).await
    }

    async fn pointer(&self, steps: &[PointerAction]) -> Outcome {
        let mouse = steps.iter().cloned().fold(MouseActions::new("mouse".to_owned()), MouseActions::then);
        self.client.perform_actions(mouse).await.map_err(|error| format!("the pointer: {error}"))
    }

    /// Presses a key, with those held.
    pub(crate) async fn press(&self, held: &[char], key: char) -> Outcome {
        let down = |value| KeyAction::Down { value };
        let up = |value| KeyAction::Up { value };
        let mut keys = KeyActions::new("keys".to_owned());
        for &value in held {
            keys = keys.then(down(value));
        }
        keys = keys.then(down(key)).then(up(key));
        for &value in held.iter().rev() {
            keys = keys.then(up(value));
        }
        self.client.perform_actions(keys).await.map_err(|error| format!("the keyboard: {error}"))
    }

    /// Puts a text into a field as a paste does: at once, with the event that follows.
    pub(crate) async fn fill(&self, selector: &str, text: &str) -> Outcome {
        self.until(&format!("{selector} is there"), &format!("document.querySelector({selector:?})")).await?;
        let text = Value::String(text.to_owned());
        self.ask(&format!(
            "(e => {{ e.focus(); e.value = {text}; \
             e.dispatchEvent(new InputEvent('input', {{bubbles: true, inputType: 'insertFromPaste'}})); return true; }})\
             (document.querySelector({selector:?}))"
        ))
        .await
        .map(|_| ())
    }

    /// Makes the window this large.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Outcome {
        self.client
            .set_window_rect(0, 0, width, height)
            .await
            .map_err(|error| format!("the window cannot be {width} x {height}: {error}"))
    }
}

const DOWN: PointerAction = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
const UP: PointerAction = PointerAction::Up { button: MOUSE_BUTTON_LEFT };

fn to(x: f64, y: f64) -> PointerAction {
    PointerAction::MoveTo { duration: Some(Duration::from_millis(20)), x, y }
}

/// Keys that have no character.
pub(crate) mod key {
    /// Control.
    pub(crate) const CONTROL: char = '\u{e009}';
    /// Alt.
    pub(crate) const ALT: char = '\u{e00a}';
    /// Left arrow.
    pub(crate) const LEFT: char = '\u{e012}';
    /// Escape.
    pub(crate) const ESCAPE: char = '\u{e00c}';
}
