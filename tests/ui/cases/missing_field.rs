//! A required field is left out.

use typelang_ui::types::PeerUser;

fn main() {
    _ = PeerUser { user_id: 1 };
}
