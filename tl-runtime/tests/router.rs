//! Queries find their handlers, in whatever wrappers; those that do not are refused with what to say of it.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod stand_ins;

use proptest::{collection::vec, prelude::*};
use stand_ins::{
    functions::{GetUsers, InvokeWithLayer},
    types::User,
};
use typelang_runtime::{
    Combinator, Declared, DecodeBare, Encode, EncodeBare, ErrorKind, Function, Object, ObjectRef,
    Options, Query, Reader, Router, Writer, mtproto::RpcError,
};

/// `invokeAfterMsgs#ee000030 {X:Type} msg_ids:Vector<long> query:!X = X;`
struct InvokeAfterMsgs<X> {
    msg_ids: Vec<i64>,
    query: X,
}

impl<X> Combinator for InvokeAfterMsgs<X> {
    type Schema = ();
    const DECLARED: Declared = Declared { id: 0xee00_0030, name: "invokeAfterMsgs", min_len: 12 };
}

impl<X: Encode> EncodeBare for InvokeAfterMsgs<X> {
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.vector(&self.msg_ids);
        out.value(&self.query);
    }
}

impl<'de, X: typelang_runtime::Decode<'de>> DecodeBare<'de> for InvokeAfterMsgs<X> {
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self { msg_ids: reader.vector(), query: reader.read() }
    }
}

/// `echo#ee000031 text:string = Vector<string>;`, which fails for an empty text.
struct Echo {
    text: String,
}

impl Combinator for Echo {
    type Schema = ();
    const DECLARED: Declared = Declared { id: 0xee00_0031, name: "echo", min_len: 4 };
}

impl EncodeBare for Echo {
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.string(&self.text);
    }
}

impl<'de> DecodeBare<'de> for Echo {
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self { text: reader.string() }
    }
}

impl Function for Echo {
    type Response = Vec<String>;
}

/// What the handlers saw.
#[derive(Debug, Default, PartialEq)]
struct Seen {
    layers: Vec<i32>,
    after: Vec<i64>,
    calls: u32,
}

fn router() -> Router<Seen> {
    Router::new()
        .unwrap(|seen: &mut Seen, wrapper: InvokeWithLayer<Query>| {
            seen.layers.push(wrapper.layer);
            if wrapper.layer < 0 {
                return Err(RpcError::new(400, "LAYER_INVALID"));
            }
            Ok(wrapper.query)
        })
        .unwrap(|seen, wrapper: InvokeAfterMsgs<Query>| {
            seen.after.extend(wrapper.msg_ids);
            Ok(wrapper.query)
        })
        .on(|seen, call: Echo| {
            seen.calls += 1;
            if call.text.is_empty() {
                return Err(RpcError::new(400, "TEXT_EMPTY"));
            }
            Ok(vec![call.text])
        })
        .on(|seen, call: GetUsers| {
            seen.calls += 1;
            let user = |id| User { bot: false, id, username: None, photos: None };
            Ok(call.ids.into_iter().map(user).collect())
        })
}

fn layer<X>(layer: i32, query: X) -> InvokeWithLayer<X> {
    InvokeWithLayer { layer, query }
}

fn echo(text: &str) -> Echo {
    Echo { text: text.to_owned() }
}

fn route(query: &impl Encode) -> (Seen, Result<Object, typelang_runtime::Error>) {
    let mut seen = Seen::default();
    let answer = router().route(&mut seen, &query.to_bytes());
    (seen, answer)
}

#[test]
fn a_method_is_answered_by_its_own_handler() {
    let (seen, answer) = route(&echo("hi"));
    assert_eq!(answer.unwrap().decode_as::<Vec<String>>().unwrap(), ["hi"]);
    assert_eq!(seen, Seen { calls: 1, ..Seen::default() });
    let (_, answer) = route(&GetUsers { ids: vec![3, 4] });
    let users: Vec<User> = answer.unwrap().decode_as().unwrap();
    assert_eq!(users.iter().map(|user| user.id).collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn wrappers_tell_their_fields_from_the_outside_in() {
    let query = layer(7, InvokeAfterMsgs { msg_ids: vec![1, 2], query: layer(8, echo("in")) });
    let (seen, answer) = route(&query);
    assert_eq!(answer.unwrap().decode_as::<Vec<String>>().unwrap(), ["in"]);
    assert_eq!(seen, Seen { layers: vec![7, 8], after: vec![1, 2], calls: 1 });
}

#[test]
fn a_refusal_is_an_answer() {
    let (seen, answer) = route(&layer(7, echo("")));
    assert_eq!(answer.unwrap().decode_as::<RpcError>().unwrap().error_message, "TEXT_EMPTY");
    assert_eq!(seen.calls, 1);
    let (seen, answer) = route(&layer(-7, echo("")));
    assert_eq!(answer.unwrap().decode_as::<RpcError>().unwrap().error_message, "LAYER_INVALID");
    assert_eq!(seen.calls, 0, "a wrapper that refuses keeps the method from being called");
}

#[test]
fn an_unknown_method_is_named_with_its_place() {
    let query = layer(7, InvokeAfterMsgs { msg_ids: vec![5], query: 0xdead_beef_u32 });
    let (seen, answer) = route(&query);
    let error = answer.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownId { found: 0xdead_beef });
    assert_eq!(error.offset(), 8 + 20);
    let remedy =
        "no registered method has; register the method, or answer others with `Router::otherwise`";
    assert!(error.to_string().ends_with(remedy), "{error}");
    assert_eq!(seen.layers, [7]);
    let answer = RpcError::from(&error);
    assert_eq!(
        (answer.error_code, answer.error_message.as_str()),
        (400, "INPUT_METHOD_INVALID_3735928559")
    );
}

#[test]
fn a_call_that_cannot_be_read_runs_no_handler() {
    let mut bytes = layer(7, echo("four")).to_bytes();
    bytes.truncate(bytes.len() - 4);
    let mut seen = Seen::default();
    let error = router().route(&mut seen, &bytes).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedEnd { needed: 8, left: 4 });
    assert_eq!((error.offset(), seen.calls), (12, 0));
    assert_eq!(RpcError::from(&error).error_message, "INPUT_FETCH_ERROR_12");
    let longer = [layer(7, echo("four")).to_bytes(), vec![0; 4]].concat();
    let error = router().route(&mut seen, &longer).unwrap_err();
    assert_eq!((error.kind(), seen.calls), (ErrorKind::TrailingBytes { count: 4 }, 0));
    for cut in [0, 3, 4, 7, 8, 9, 11] {
        let error = router().route(&mut seen, &bytes[..cut]).unwrap_err();
        assert!(error.offset() <= cut, "{cut}: {error}");
    }
    // An unknown constructor in a call is no unknown method.
    let error = router().route(&mut seen, &[GetUsers::ID, 1].map(u32::to_le_bytes).concat());
    assert_eq!(RpcError::from(&error.unwrap_err()).error_message, "INPUT_FETCH_ERROR_4");
}

#[test]
fn wrappers_around_wrappers_are_bounded() {
    let nested = |times: usize| {
        let head = layer(1, echo("")).to_bytes()[..8].to_vec();
        [vec![head; times].concat(), echo("deep").to_bytes()].concat()
    };
    let options = Options::DEFAULT.depth(20);
    let router = router().options(options);
    let mut seen = Seen::default();
    assert!(router.route(&mut seen, &nested(20)).is_ok());
    assert_eq!((seen.layers.len(), seen.calls), (20, 1));
    let error = router.route(&mut seen, &nested(21)).unwrap_err();
    assert_eq!((error.kind(), error.offset(), seen.calls), (ErrorKind::DepthLimit, 21 * 8, 1));
    assert!(router.route(&mut seen, &nested(100_000)).is_err());
}

#[test]
fn what_is_not_registered_may_be_answered_by_one_handler() {
    let router = router().otherwise(|seen, call: ObjectRef<'_>| {
        seen.calls += 100;
        if call.id() == 0xdead_beef {
            Ok(call.to_object())
        } else {
            Err(RpcError::new(404, "NONE"))
        }
    });
    let mut seen = Seen::default();
    let answer = router.route(&mut seen, &layer(7, 0xdead_beef_u32).to_bytes()).unwrap();
    assert_eq!(answer.as_bytes(), 0xdead_beef_u32.to_le_bytes());
    assert_eq!((seen.layers.as_slice(), seen.calls), (&[7][..], 100));
    let answer = router.route(&mut seen, &layer(7, 1_u32).to_bytes()).unwrap();
    assert_eq!(answer.decode_as(), Ok(RpcError::new(404, "NONE")));
    // Methods that are registered stay with their handlers, and what is no query is none of a handler's.
    router.route(&mut seen, &echo("x").to_bytes()).unwrap();
    assert_eq!(seen.calls, 201);
    let error = router.route(&mut seen, &layer(7, 1_u32).to_bytes()[..8]).unwrap_err();
    assert_eq!(error.offset(), 8);
    assert_eq!(seen.calls, 201);
}

#[test]
fn of_two_handlers_the_later_answers() {
    let router = router().on(|_, _: Echo| Ok(vec!["later".to_owned()]));
    let answer = router.route(&mut Seen::default(), &echo("x").to_bytes()).unwrap();
    assert_eq!(answer.decode_as::<Vec<String>>().unwrap(), ["later"]);
    assert_eq!(format!("{router:?}"), "{ee000020, ee000021, ee000030, ee000031}");
}

#[test]
fn a_router_may_be_shared_by_threads() {
    const fn shared<T: Send + Sync>(_: &T) {}
    shared(&router());
}

#[cfg(feature = "gzip")]
mod packed {
    use super::*;
    use typelang_runtime::mtproto::GzipPacked;

    #[test]
    fn a_packed_query_is_unpacked_wherever_it_stands() {
        let inside = layer(3, GzipPacked::pack(&layer(4, echo("inside"))));
        let outside = GzipPacked::pack(&layer(3, layer(4, echo("inside"))));
        for bytes in [inside.to_bytes(), outside.to_bytes()] {
            let mut seen = Seen::default();
            let answer = router().route(&mut seen, &bytes).unwrap();
            assert_eq!(answer.decode_as::<Vec<String>>().unwrap(), ["inside"]);
            assert_eq!((seen.layers, seen.calls), (vec![3, 4], 1));
        }
    }

    #[test]
    fn packing_is_no_wrapper() {
        let router = router().options(Options::DEFAULT.depth(2));
        let packed = GzipPacked::pack(&layer(3, layer(4, echo("inside"))));
        let mut seen = Seen::default();
        assert!(router.route(&mut seen, &packed.to_bytes()).is_ok());
        let deeper = GzipPacked::pack(&layer(2, layer(3, layer(4, echo("inside")))));
        let error = router.route(&mut seen, &deeper.to_bytes()).unwrap_err();
        assert_eq!((error.kind(), seen.calls), (ErrorKind::DepthLimit, 1));
    }

    #[test]
    fn a_query_is_unpacked_once_and_within_limits() {
        let twice = GzipPacked::pack(&GzipPacked::pack(&echo("inside")));
        assert_eq!(route(&twice).1.unwrap_err().kind(), ErrorKind::Compressed);
        let bomb = layer(1, GzipPacked::pack(&echo(&"a".repeat(50_000))));
        let router = router().options(Options::DEFAULT.inflated(50_000));
        let error = router.route(&mut Seen::default(), &bomb.to_bytes()).unwrap_err();
        assert_eq!(
            (error.kind(), error.offset()),
            (ErrorKind::InflationLimit { limit: 50_000 }, 8)
        );
        let unknown = GzipPacked::pack(&layer(1, 0xdead_beef_u32));
        let error = route(&unknown).1.unwrap_err();
        assert_eq!((error.found_id(), error.offset()), (Some(0xdead_beef), 8));
    }
}

proptest! {
    #[test]
    fn any_query_is_answered_or_refused(
        words in vec(prop_oneof![0_u32..4, any::<u32>(), 0xee00_0020_u32..0xee00_0032], 0..40),
    ) {
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        if let Err(error) = router().route(&mut Seen::default(), &bytes) {
            prop_assert!(error.offset() <= bytes.len());
        }
    }
}
