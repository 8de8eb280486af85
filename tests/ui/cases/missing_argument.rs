//! `new` is called without a required field, and `Default` on a type that has none.

use typelang_ui::functions::Answer;

fn main() {
    _ = Answer::new();
    _ = Answer { silent: true, ..Default::default() };
}
