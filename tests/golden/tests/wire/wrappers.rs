//! Calls around calls.

use typelang_golden::wrappers::{
    functions::{
        Add, Certain, Either, First, GetConfig, InitConnection, InvokeAfter, InvokeWithLayer, Many,
        Ping, Two,
    },
    types::{Config, Proxy},
};
use typelang_runtime::{Decode, Encode, ErrorKind, Function};

use super::{assert_exact, hex, returns};

fn call() -> InvokeAfter<InvokeWithLayer<InitConnection<Add>>> {
    let proxy = Some(Proxy { address: "p".to_owned() });
    let query = InitConnection { api_id: 3, proxy, query: Add { a: 1, b: 2 } };
    InvokeAfter { ids: vec![9], query: InvokeWithLayer { layer: 7, query } }
}

const CALL: &str = "12000000 15c4b51c 01000000 09000000 00000000 10000000 07000000
                    11000000 01000000 03000000 02000000 01700000 21000000 01000000 02000000";

const _: () = {
    use typelang_golden::wrappers::functions as f;
    type Nested = f::InvokeAfter<f::InvokeWithLayer<f::InitConnection<f::GetConfig>>>;
    returns::<Nested, Config>();
    returns::<&Nested, Config>();
    returns::<f::InvokeWithLayer<&f::InitConnection<&f::Add>>, Vec<i32>>();
    returns::<f::Many<f::Many<f::GetConfig>>, Vec<Vec<Config>>>();
    returns::<f::Two<f::GetConfig, f::Add>, Vec<i32>>();
};

#[test]
fn wrappers_carry_the_whole_call() {
    assert_exact(&call(), CALL);
}

#[test]
fn a_call_may_have_to_return_a_certain_type() {
    let value = Certain { check: Ping, query: Add { a: 1, b: 2 } };
    assert_exact(&value, "23000000 22000000 21000000 01000000 02000000");
    assert_eq!(value.read_response(&hex("15c4b51c 00000000")), Ok(vec![]));
    let value = Either { configs: Many { query: GetConfig }, config: GetConfig };
    assert_exact(&value, "24000000 14000000 20000000 20000000");
    assert_eq!(value.read_response(&hex("b5757299")), Ok(true));
}

/// Needs no bound but `Function`.
fn invoke<R: Function>(request: &R, reply: &str) -> R::Response {
    request.read_response(&hex(reply)).unwrap()
}

#[test]
fn a_function_over_all_methods_needs_one_bound() {
    assert_eq!(invoke(&call(), "15c4b51c 01000000 05000000"), [5]);
    assert!(invoke(&InvokeWithLayer { layer: 1, query: &Ping }, "b5757299"));
}

#[test]
fn wrappers_may_borrow_the_call() {
    let InvokeAfter { ids, query } = call();
    assert_eq!(InvokeAfter { ids, query: &query }.to_bytes(), hex(CALL));
}

#[test]
fn the_response_is_that_of_the_innermost_call() {
    let reply = hex("15c4b51c 01000000 05000000");
    let sums: Vec<i32> = call().read_response(&reply).unwrap();
    assert_eq!(sums, [5]);
    let query = InvokeWithLayer { layer: 1, query: GetConfig };
    assert_eq!(query.read_response(&hex("01000000 04000000")), Ok(Config { dc: 4 }));
    let many = Many { query: GetConfig };
    let reply = hex("15c4b51c 01000000 01000000 04000000");
    assert_eq!(many.read_response(&reply), Ok(vec![Config { dc: 4 }]));
}

#[test]
fn a_query_may_stand_anywhere() {
    let first = First { query: GetConfig, time: 8 };
    assert_exact(&first, "13000000 20000000 08000000");
    let two = Two { first: GetConfig, second: Add { a: 1, b: 2 } };
    assert_exact(&two, "15000000 20000000 21000000 01000000 02000000");
    let responses: Vec<i32> = two.read_response(&hex("15c4b51c 00000000")).unwrap();
    assert!(responses.is_empty());
}

#[test]
fn another_functions_id_is_refused() {
    let error = Add::from_bytes(&GetConfig.to_bytes()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WrongId { found: 0x20, expected: 0x21 });
    assert_eq!((error.offset(), error.expected()), (0, "add"));
    let bytes = InvokeWithLayer { layer: 1, query: GetConfig }.to_bytes();
    let error = InvokeWithLayer::<Add>::from_bytes(&bytes).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WrongId { found: 0x20, expected: 0x21 });
    assert_eq!(error.offset(), 8);
}
