//! `new` is called without what must be there, and `Default` on what has none.

use typelang_ui::functions::Answer;

fn main() {
    _ = Answer::new();
    _ = Answer { silent: true, ..Default::default() };
}
