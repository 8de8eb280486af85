//! The responses of methods.

use typelang_golden::responses::{enums::Status, functions as f, types::User};
use typelang_runtime::{Combinator, Function, Object};

use super::{hex, id, returns};

const _: () = {
    returns::<f::GetBool, bool>();
    returns::<f::GetInts, Vec<i32>>();
    returns::<f::GetLongs, Vec<i64>>();
    returns::<f::GetStrings, Vec<String>>();
    returns::<f::GetUser, User>();
    returns::<f::GetUsers, Vec<User>>();
    returns::<f::GetStatus, Status>();
    returns::<f::GetStatuses, Vec<Status>>();
    returns::<f::GetNested, Vec<Vec<User>>>();
    returns::<f::GetObject, Object>();
};

#[test]
fn a_reply_is_read_as_the_response() {
    let user = format!("{} 05000000", id(User::ID));
    assert_eq!(f::GetUser.read_response(&hex(&user)), Ok(User { x: 5 }));
    let users = hex(&format!("15c4b51c 01000000 {user}"));
    assert_eq!(f::GetUsers.read_response(&users), Ok(vec![User { x: 5 }]));
    let ints = hex("15c4b51c 02000000 01000000 02000000");
    assert_eq!(f::GetInts.read_response(&ints), Ok(vec![1, 2]));
}
