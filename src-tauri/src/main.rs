//! The desktop program: nothing but the call into the shell.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    wartagraf::run()
}
