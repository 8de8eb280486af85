//! Handlers whose calls and answers lie in an arena.

use typelang_golden::{
    arena::{
        SCHEMA,
        functions::{GetPoint, GetUsers, InvokeAfter},
        types::{Point, User},
    },
    arena_numbers::functions::GetTuple,
    borrowed,
};
use typelang_parser::{Options as Settings, Sources, check, tlo};
use typelang_runtime::{
    Bump, Decode, Encode, ErrorKind, Layers, Options, Query, Router, mtproto::RpcError,
    reflect::Schema,
};

use super::hex;

/// What a server keeps of a connection.
#[derive(Default)]
struct Session {
    arena: Bump,
    /// Names by id, which answers borrow.
    names: Vec<(i64, String)>,
    after: usize,
}

fn session() -> Session {
    Session { names: vec![(7, "Ann".to_owned()), (8, "Bob".to_owned())], ..Session::default() }
}

fn router() -> Router<Session> {
    Router::new()
        .on_arena::<GetUsers<'_>, _>(|session: &mut Session, call, arena| {
            let user = |id: &i64| {
                let name = session.names.iter().find(|(known, _)| known == id);
                let name = name.map(|(_, name)| name.as_str());
                User { name, ..User::new(*id, &[], &[]) }
            };
            match call.ids {
                [] => Err(RpcError::new(400, "ID_INVALID")),
                ids => Ok(arena.alloc_slice_fill_iter(ids.iter().map(user))),
            }
        })
        .on_arena::<GetPoint, _>(|_, _, _| Ok(Point { x: 1, y: 2 }))
        .unwrap_borrowing::<InvokeAfter<'_, Query>, _>(|session: &mut Session, call, options| {
            let (arena, session) = (Bump::new(), session);
            let wrapper = call.decode_in::<InvokeAfter<'_, Query>>(&arena, options)?;
            session.after += wrapper.ids.len();
            Ok(Ok(wrapper.query))
        })
}

#[test]
fn calls_and_answers_lie_in_the_arena_of_the_context() {
    let router = router().arena(|session| &mut session.arena);
    let mut session = session();
    let query = InvokeAfter { ids: &[1, 2], query: GetUsers { ids: &[7, 9] } }.to_bytes();
    let mut held = 0;
    for round in 0..5 {
        let answer = router.route(&mut session, &query).unwrap();
        let arena = Bump::new();
        let users: &[User<'_>] = answer.borrowed().decode_in(&arena, &Options::DEFAULT).unwrap();
        let names: Vec<_> = users.iter().map(|user| (user.id, user.name)).collect();
        assert_eq!(names, [(7, Some("Ann")), (9, None)]);
        let now = session.arena.allocated_bytes();
        assert!(now > 0 && (round == 0 || now == held), "{now} after {held}");
        held = now;
    }
    assert_eq!(session.after, 10);
    let refused = router.route(&mut session, &GetUsers { ids: &[] }.to_bytes()).unwrap();
    assert_eq!(refused.decode_as(), Ok(RpcError::new(400, "ID_INVALID")));
}

#[test]
fn without_an_arena_in_the_context_each_call_has_its_own() {
    let (router, mut session) = (router(), session());
    let answer = router.route(&mut session, &GetUsers { ids: &[8] }.to_bytes()).unwrap();
    assert!(answer.as_bytes().windows(3).any(|part| part == b"Bob"));
    let point = router.route(&mut session, &GetPoint.to_bytes()).unwrap();
    assert_eq!(point.decode_as(), Ok(Point { x: 1, y: 2 }));
    assert_eq!(session.arena.allocated_bytes(), 0);
}

#[test]
fn faults_are_at_their_offsets_and_leave_the_arena_usable() {
    let router = router().arena(|session| &mut session.arena);
    let mut session = session();
    let mut query = InvokeAfter { ids: &[1], query: GetUsers { ids: &[7] } }.to_bytes();
    query.truncate(query.len() - 1);
    let error = router.route(&mut session, &query).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::CountTooLarge { count: 1 }, 28));
    let answer = router.route(&mut session, &GetUsers { ids: &[7] }.to_bytes());
    assert!(answer.is_ok());
    let tight = router.options(Options::DEFAULT.memory(4));
    let error = tight.route(&mut session, &GetUsers { ids: &[7] }.to_bytes()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MemoryLimit);
}

#[test]
fn a_handler_that_panics_leaves_an_empty_arena() {
    let router = Router::new()
        .arena(|session: &mut Session| &mut session.arena)
        .on_arena::<GetPoint, _>(|_, _, _| panic!("a handler"));
    let mut session = session();
    let run = || router.route(&mut session, &GetPoint.to_bytes());
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).is_err());
    assert_eq!(session.arena.allocated_bytes(), 0);
    assert!(session.arena.alloc(1) == &1);
}

/// The next layer asks for users with a limit, and its points have a colour.
const NEWER: &str = "point#00000041 flags:# x:int y:int colour:flags.0?int = Point;
user#0000000c flags:# id:long name:flags.0?string photo:flags.1?bytes keys:Vector<int128> marks:Vector<double> = User;
---functions---
invokeWithLayer#da9b0d0d {X:Type} layer:int query:!X = X;
getUsers#00000040 flags:# ids:Vector<long> limit:flags.0?int = Vector<User>;
getPoint#00000021 = Point;";

#[test]
fn clients_of_other_layers_are_answered() {
    let mut sources = Sources::new();
    sources.add("newer.tl", NEWER);
    let newer = Schema::from_tlo(&tlo::write(&check(&sources, &Settings::default()).schema));
    let layers = Layers::new(&SCHEMA, 1).unwrap().with(2, newer.unwrap());
    let router = router().arena(|session| &mut session.arena).layers(layers);
    let query = hex("40000000 00000000 15c4b51c 01000000 07000000 00000000");
    let answer = router.route_from(&mut session(), 2, &query).unwrap();
    let want = "15c4b51c 01000000 0c000000 01000000 07000000 00000000 03416e6e
                15c4b51c 00000000 15c4b51c 00000000";
    assert_eq!(answer.as_bytes(), hex(want));
    let answer = router.route_from(&mut session(), 2, &hex("21000000")).unwrap();
    assert_eq!(answer.as_bytes(), hex("41000000 00000000 01000000 02000000"));
}

/// Types that borrow text without an arena, and responses that depend on the call.
#[test]
fn other_families_are_handled_too() {
    let router = Router::new()
        .on_arena::<borrowed::functions::GetPoint<'_>, _>(|text: &mut String, call, _| {
            text.push_str(call.name);
            Ok(borrowed::types::Point { x: 1, y: 2 })
        })
        .on_arena::<GetTuple, _>(|_, _, _| Err(RpcError::new(400, "N_INVALID")));
    let mut text = String::new();
    let query = borrowed::functions::GetPoint { name: "a" };
    assert!(router.route(&mut text, &query.to_bytes()).is_ok());
    let answer = router.route(&mut text, &GetTuple { n: 1 }.to_bytes()).unwrap();
    assert_eq!(RpcError::from_bytes(answer.as_bytes()), Ok(RpcError::new(400, "N_INVALID")));
    assert_eq!(text, "a");
}
