//! What walks tell, and where they end.

use typelang_parser::Dialect;
use typelang_runtime::{
    ErrorKind, Options, Strictness, Trailing,
    reflect::{
        Builtin, Event, FaultKind, Input, Piece, Progress, Root, Schema, TypeExpr, Walker, walk,
    },
};

use crate::support::{Log, logged, schema, schema_in, words};

const SMALL: &str = "
point#00000001 x:int y:int = Point;
circle#00000002 centre:Point radius:int = Shape;
polygon#00000030 flags:# closed:flags.0?true points:Vector<point> name:flags.1?string = Shape;
holder#00000004 id:long shape:Shape = Holder;
// one is not called `bytes`
box#00000005 length:int body:Object = Box;
message#00000006 msg_id:long bytes:int body:Object = Message;
bodies#00000009 count:# all:count*[ bytes:int body:Object ] = Bodies;
---functions---
get#00000007 id:int = Shape;
later#00000008 {X:Type} seconds:int query:!X = X;
";

fn small() -> [Schema; 1] {
    [schema_in(Dialect::Telegram, SMALL)]
}

fn any(bytes: &[u8]) -> String {
    logged(&small(), Root::Any, bytes, &Options::DEFAULT).unwrap()
}

/// What was wrong, where, what was expected, and the path.
fn wrong(bytes: &[u8], options: &Options) -> (ErrorKind, u64, String, String) {
    let (_, fault) = logged(&small(), Root::Any, bytes, options).unwrap_err();
    let FaultKind::Wire(kind) = fault.kind() else { panic!("{fault}") };
    (kind, fault.offset(), fault.expected().to_owned(), fault.path().to_owned())
}

#[test]
fn fields_come_with_names_and_offsets() {
    assert_eq!(any(&words(&[1, 7, 8])), "point:Boxed{ x=7@4 y=8@8}");
    assert_eq!(
        any(&words(&[4, 5, 0, 2, 1, 7, 8, 9])),
        "holder:Boxed{ id=5L shape=circle:Boxed{ centre=point:Boxed{ x=7@20 y=8@24} radius=9@28}}"
    );
}

#[test]
fn bits_say_which_fields_are_there() {
    assert_eq!(
        any(&words(&[0x30, 1, 0x1cb5_c415, 2, 1, 2, 3, 4])),
        "polygon:Boxed{ flags=#1@4 closed=yes points=Boxed*2[ 0:point:Bare{ x=1@16 y=2@20} \
         1:point:Bare{ x=3@24 y=4@28}] -name}"
    );
    assert_eq!(
        any(&words(&[0x30, 2, 0x1cb5_c415, 0, 0x6261_6103])),
        "polygon:Boxed{ flags=#2@4 -closed points=Boxed*0[] name=\"aab\"}"
    );
}

#[test]
fn calls_hold_calls() {
    assert_eq!(
        any(&words(&[8, 60, 8, 30, 7, 1])),
        "later:Boxed{ seconds=60@4 query=later:Boxed{ seconds=30@12 query=get:Boxed{ id=1@20}}}"
    );
}

#[test]
fn an_object_is_anything_boxed() {
    assert_eq!(any(&words(&[5, 9, 7, 1])), "box:Boxed{ length=9@4 body=get:Boxed{ id=1@12}}");
    assert_eq!(any(&words(&[5, 9, 0x9972_75b5])), "box:Boxed{ length=9@4 body=true}");
    assert_eq!(
        any(&words(&[5, 9, 0x1cb5_c415, 1, 1, 2, 3])),
        "box:Boxed{ length=9@4 body=Boxed*1[ 0:point:Boxed{ x=2@20 y=3@24}]}"
    );
}

#[test]
fn bodies_in_a_repetition_have_the_lengths_that_are_stated() {
    let walked = any(&words(&[9, 2, 8, 7, 1, 8, 0xbad, 1]));
    assert!(walked.contains("bytes=8@8 body=get:Boxed{ id=1@16}"), "{walked}");
    assert!(walked.contains("bytes=8@20 body=?8"), "{walked}");
    let found = wrong(&words(&[9, 1, 12, 7, 1, 2]), &Options::DEFAULT);
    assert_eq!((found.0, found.1), (ErrorKind::TrailingBytes { count: 4 }, 20));
}

#[test]
fn a_body_has_the_length_that_is_stated() {
    assert_eq!(
        any(&words(&[6, 1, 0, 8, 7, 1])),
        "message:Boxed{ msg_id=1L bytes=8@12 body=get:Boxed{ id=1@20}}"
    );
    assert_eq!(
        any(&words(&[6, 1, 0, 8, 0xbad, 1])),
        "message:Boxed{ msg_id=1L bytes=8@12 body=?8}",
        "what no schema knows is passed over"
    );
    let options = Options::DEFAULT;
    let body = || "message.body".to_owned();
    let trailing = ErrorKind::TrailingBytes { count: 4 };
    let found = wrong(&words(&[6, 1, 0, 12, 7, 1, 2]), &options);
    assert_eq!(found, (trailing, 24, "the end of the object".to_owned(), body()));
    let end = ErrorKind::UnexpectedEnd { needed: 12, left: 8 };
    assert_eq!(wrong(&words(&[6, 1, 0, 12, 7, 1]), &options), (end, 16, "body".to_owned(), body()));
    let cut = ErrorKind::UnexpectedEnd { needed: 4, left: 0 };
    let found = wrong(&words(&[6, 1, 0, 4, 7, 1]), &options);
    assert_eq!((found.0, found.1), (cut, 20), "inside the body the input ends with it");
    for length in [0, 7, u32::MAX] {
        let found = wrong(&words(&[6, 1, 0, length, 7, 1]), &options);
        assert!(matches!(found.0, ErrorKind::InvalidLength { .. }), "{found:?}");
    }
}

#[test]
fn faults_have_a_place_and_a_path() {
    let options = Options::DEFAULT;
    let text = |text: &str| text.to_owned();
    assert_eq!(
        wrong(&words(&[4, 5, 0, 2, 9]), &options),
        (
            ErrorKind::WrongId { found: 9, expected: 1 },
            16,
            text("point"),
            text("holder.shape.centre")
        )
    );
    assert_eq!(
        wrong(&words(&[4, 5, 0, 1]), &options),
        (ErrorKind::UnknownId { found: 1 }, 12, text("Shape"), text("holder.shape"))
    );
    assert_eq!(
        wrong(&words(&[0x30, 0, 0x1cb5_c415, 2, 1, 2, 3]), &options),
        (ErrorKind::CountTooLarge { count: 2 }, 12, text("fewer elements"), text("polygon.points"))
    );
    assert_eq!(
        wrong(&words(&[0xdead_beef]), &options),
        (ErrorKind::UnknownId { found: 0xdead_beef }, 0, text("an object"), text(""))
    );
    assert_eq!(
        wrong(&words(&[0x30, 2, 0x1cb5_c415, 0, 0x0000_ff01]), &options),
        (ErrorKind::InvalidUtf8, 16, text("string"), text("polygon.name")),
    );
    let end = ErrorKind::UnexpectedEnd { needed: 4, left: 0 };
    assert_eq!(wrong(&words(&[1, 7]), &options), (end, 8, text("int"), text("point.y")));
    let trailing = ErrorKind::TrailingBytes { count: 4 };
    assert_eq!(wrong(&words(&[1, 7, 8, 9]), &options), (trailing, 12, text("the end"), text("")));
    let allow = options.trailing(Trailing::Allow);
    assert!(logged(&small(), Root::Any, &words(&[1, 7, 8, 9]), &allow).is_ok());
}

#[test]
fn strict_walks_refuse_what_no_encoder_writes() {
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let unknown = words(&[0x30, 0x104, 0x1cb5_c415, 0]);
    assert!(logged(&small(), Root::Any, &unknown, &Options::DEFAULT).is_ok());
    let found = wrong(&unknown, &strict);
    assert_eq!(found.0, ErrorKind::UnknownFlags { bits: 0x104 });
    assert_eq!((found.1, found.3), (4, "polygon.flags".to_owned()));
    let padded = words(&[0x30, 2, 0x1cb5_c415, 0, 0x0100_6101]);
    assert!(logged(&small(), Root::Any, &padded, &Options::DEFAULT).is_ok());
    assert_eq!(wrong(&padded, &strict).0, ErrorKind::NonZeroPadding);
}

#[test]
fn depth_is_bounded_and_needs_no_stack() {
    let nested = |levels: u32| {
        let mut bytes: Vec<u8> = (0..levels).flat_map(|_| words(&[8, 0])).collect();
        bytes.extend(words(&[7, 1]));
        bytes
    };
    assert!(logged(&small(), Root::Any, &nested(127), &Options::DEFAULT).is_ok());
    let found = wrong(&nested(128), &Options::DEFAULT);
    assert_eq!((found.0, found.1), (ErrorKind::DepthLimit, 8 * 128));
    assert!(found.3.starts_with("later.query.query."), "{}", found.3);
    let deep = Options::DEFAULT.depth(u32::MAX);
    assert!(logged(&small(), Root::Any, &nested(100_000), &deep).is_ok());
    let vectors: Vec<u8> = (0..129).flat_map(|_| words(&[0x1cb5_c415, 1])).collect();
    assert_eq!(wrong(&vectors, &Options::DEFAULT).0, ErrorKind::DepthLimit);
}

#[test]
fn values_of_types_that_hold_themselves_are_counted_as_generated_code_counts_them() {
    let schemas =
        [schema("int ? = Int; list#00000001 value:int next:List = List; end#00000002 = List;")];
    let list = |levels: u32| {
        let mut bytes: Vec<u8> = (0..levels).flat_map(|_| words(&[1, 0])).collect();
        bytes.extend(words(&[2]));
        bytes
    };
    let ty = TypeExpr::parse(&schemas[0], "List").unwrap();
    let root = Root::Type(&schemas[0], &ty);
    assert!(logged(&schemas, root, &list(127), &Options::DEFAULT).is_ok());
    let (_, fault) = logged(&schemas, root, &list(128), &Options::DEFAULT).unwrap_err();
    assert_eq!(fault.kind(), FaultKind::Wire(ErrorKind::DepthLimit));
}

#[test]
fn counts_of_nothing_are_bounded() {
    let schemas = [schema(
        "true = True; vector {t:Type} # [ t ] = Vector t; many#00000001 x:(Vector true) = Many; \
         much#00000002 x:1000000*[ 1000000*[ true ] ] = Much; \
         a = A; b w:a x:a y:a z:a = B; c w:b x:b y:b z:b = C; d w:c x:c y:c z:c = D; e w:d x:d y:d z:d = E; \
         f w:e x:e y:e z:e = F; g w:f x:f y:f z:f = G; h w:g x:g y:g z:g = H; i w:h x:h y:h z:h = I; \
         vast#00000003 w:i x:i y:i z:i = Vast;",
    )];
    for bytes in [words(&[1, 0x1cb5_c415, u32::MAX]), words(&[2]), words(&[3])] {
        let (_, fault) = logged(&schemas, Root::Any, &bytes, &Options::DEFAULT).unwrap_err();
        assert_eq!(fault.kind(), FaultKind::Wire(ErrorKind::ElementLimit));
    }
    let few = words(&[1, 0x1cb5_c415, 65_536]);
    assert!(logged(&schemas, Root::Any, &few, &Options::DEFAULT).is_ok());
}

#[test]
fn types_take_types_and_numbers() {
    let schemas = [schema(
        "int ? = Int; vector {t:Type} # [ t ] = Vector t; tuple {t:Type} {n:#} [ t ] = Tuple t n; \
         pair {a:Type} {b:Type} x:a y:b = Pair a b; masked {mask:#} a:mask.0?int b:mask.1?int = Masked mask; \
         zero = Peano 0; more {n:#} less:%(Peano n) = Peano (n+1); \
         grid n:# rows:n*[ k:int v:int ] = Grid;",
    )];
    let read = |ty: &str, bytes: &[u32]| {
        let ty = TypeExpr::parse(&schemas[0], ty).unwrap();
        let root = Root::Type(&schemas[0], &ty);
        logged(&schemas, root, &words(bytes), &Options::DEFAULT).map_err(|(_, fault)| fault.kind())
    };
    let tuple = "tuple:Bare{ =Repetition*2[ 0:1@0 1:2@4]}";
    assert_eq!(read("%Tuple<int, 2>", &[1, 2]).as_deref(), Ok(tuple));
    assert_eq!(read("tuple int 2", &[1, 2]).as_deref(), Ok(tuple));
    let pair = "pair:Bare{ x=Bare*1[ 0:3@4] y=pair:Bare{ x=4@8 y=5@12}}";
    assert_eq!(read("pair<vector<int>, pair<int, int>>", &[1, 3, 4, 5]).as_deref(), Ok(pair));
    assert_eq!(read("masked<2>", &[7]).as_deref(), Ok("masked:Bare{ -a b=7@0}"));
    let peano = "more:Bare{ less=more:Bare{ less=zero:Bare{}}}";
    assert_eq!(read("%(Peano 2)", &[]).as_deref(), Ok(peano));
    let grid = "grid:Bare{ n=#2@0 rows=Repetition*2[ 0:( k=1@4 v=2@8) 1:( k=3@12 v=4@16)]}";
    assert_eq!(read("grid", &[2, 1, 2, 3, 4]).as_deref(), Ok(grid));
    let peano = schemas[0].named("zero").unwrap().id();
    assert_eq!(read("Peano<1>", &[peano]), Err(FaultKind::NoConstructor));
}

#[test]
fn text_that_is_no_type_is_refused() {
    let schema = schema("int ? = Int; vector {t:Type} # [ t ] = Vector t; a = A; b = A;");
    for (text, says) in [
        ("", "expected a type"),
        ("Missing", "the schema has no type `Missing`"),
        ("a", "`a` is one constructor of several: name the type, `A`"),
        ("Vector", "expected a type"),
        ("Vector<int", "expected `>`"),
        ("Vector<int> int", "`int` is left over after the type"),
        ("Vector<Vector>", "the schema has no type `>`"),
        ("%#", "expected the name of a type after `%`"),
    ] {
        assert_eq!(TypeExpr::parse(&schema, text).unwrap_err().to_string(), says, "{text}");
    }
    let deep = "(".repeat(100);
    assert_eq!(TypeExpr::parse(&schema, &deep).unwrap_err().to_string(), "the type nests too deep");
}

#[test]
fn predefined_types_are_known_by_name_whatever_declares_them() {
    let text = "int ? = Int; bytes data:string = Bytes; string ? = String; int256 8*[ int ] = Int256; \
                object ? = Object; function ? = Function; true = True; boolTrue = Bool; boolFalse = Bool; \
                vector {t:Type} # [ t ] = Vector t; secureBytes = SecureBytes; \
                has#00000001 a:bytes b:int256 c:secureBytes = Has; int32 real:int other:int = Int33;";
    let schema = schema_in(Dialect::Ton, text);
    let builtin = |name: &str| schema.type_named(name).unwrap().builtin();
    assert_eq!(builtin("Bytes"), Some(Builtin::Bytes));
    assert_eq!(builtin("Int256"), Some(Builtin::Int256));
    assert_eq!(builtin("SecureBytes"), Some(Builtin::SecureBytes));
    assert_eq!(builtin("Bool"), Some(Builtin::Bool));
    assert_eq!(builtin("Has"), None);
    assert_eq!(builtin("Int33"), None);
    // A schema that declares none.
    let schema = schema_in(Dialect::Telegram, "a x:int y:bytes z:Vector<Bool> w:int128 = A;");
    for (name, builtin) in
        [("Int", Builtin::Int), ("Bytes", Builtin::Bytes), ("Bool", Builtin::Bool)]
    {
        assert_eq!(schema.type_named(name).unwrap().builtin(), Some(builtin));
    }
}

#[test]
fn a_walk_goes_on_from_piece_to_piece() {
    let schemas = small();
    let mut bytes = words(&[4, 5, 0, 0x30, 3, 0x1cb5_c415, 2, 1, 2, 3, 4]);
    bytes.extend(b"\x0blong enough");
    let whole = logged(&schemas, Root::Any, &bytes, &Options::DEFAULT).unwrap();
    for size in 1..bytes.len() {
        let mut log = Log::default();
        let mut walker = Walker::new(&schemas, Root::Any, &Options::DEFAULT);
        let (mut start, mut end) = (0, size.min(bytes.len()));
        loop {
            let input = if end == bytes.len() { Input::Last } else { Input::Piece };
            match walker.feed(&bytes[start..end], input, &mut log).unwrap() {
                Progress::Done { used } => {
                    assert_eq!(start + used, bytes.len());
                    break;
                }
                Progress::More { used, needed } => {
                    start += used;
                    assert!(needed > end - start);
                    end = (end + size).min(bytes.len());
                }
            }
        }
        assert_eq!(log.0, whole, "in pieces of {size}");
    }
}

#[test]
fn no_prefix_of_a_value_is_a_value() {
    let schemas = small();
    let bytes = words(&[4, 5, 0, 0x30, 3, 0x1cb5_c415, 1, 1, 2, 0x6161_6103]);
    assert!(logged(&schemas, Root::Any, &bytes, &Options::DEFAULT).is_ok());
    for end in 0..bytes.len() {
        assert!(logged(&schemas, Root::Any, &bytes[..end], &Options::DEFAULT).is_err(), "{end}");
    }
}

#[test]
fn what_is_no_compiled_schema_is_refused() {
    assert_eq!(
        Schema::from_tlo(&[]).unwrap_err().to_string(),
        "not a compiled schema: expected # at byte 0"
    );
    assert_eq!(
        Schema::from_tlo(&words(&[1, 2, 3, 4])).unwrap_err().to_string(),
        "not a compiled schema: expected `tls.schema_v2` at byte 0"
    );
}

#[test]
fn an_object_may_have_constructors_of_its_own() {
    let text = "gzip_packed#00000001 packed_data:bytes = Object; rpc_result#00000002 result:Object = RpcResult;";
    let schemas = [schema_in(Dialect::Telegram, text)];
    let read =
        |bytes: &[u32]| logged(&schemas, Root::Any, &words(bytes), &Options::DEFAULT).unwrap();
    let packed = "rpc_result:Boxed{ result=gzip_packed:Boxed{ packed_data=[7]}}";
    assert_eq!(read(&[2, 1, 0x0701]), packed);
    assert_eq!(
        read(&[2, 2, 0x9972_75b5]),
        "rpc_result:Boxed{ result=rpc_result:Boxed{ result=true}}"
    );
}

#[test]
fn fields_and_items_take_no_memory() {
    let schemas = small();
    let walked = |count: u32| {
        let one = words(&[0x30, 1, 0x1cb5_c415, 1, 5, 6]);
        let mut bytes = words(&[0x1cb5_c415, count]);
        (0..count).for_each(|_| bytes.extend(&one));
        let ty = TypeExpr::parse(&schemas[0], "Vector<Shape>").unwrap();
        let mut scalars = 0;
        let mut visitor = |_: Piece<'_>, event: Event<'_, '_>| {
            scalars += u32::from(matches!(event, Event::Scalar(_)));
            Ok::<(), ()>(())
        };
        let used = allocation_counter::measure(|| {
            let root = Root::Type(&schemas[0], &ty);
            walk(&schemas, root, &bytes, &Options::DEFAULT, &mut visitor).unwrap();
        });
        assert_eq!(scalars, 4 * count);
        (used.count_total, used.bytes_max)
    };
    assert_eq!(walked(10), walked(10_000));
    assert!(walked(10).1 < 4096, "{:?}", walked(10));
}

/// What depends on a number is known through any chain of types, in whatever order they are declared; a sum's bits are
/// not the number's.
#[test]
fn uses_are_known_however_far_a_number_is_given() {
    const FAR: u32 = 40;
    let mut lines: Vec<String> =
        (1..=FAR).map(|at| format!("t{at} {{n:#}} x:(T{} n) = T{at} n;", at - 1)).collect();
    lines.push("t0 {n:#} a:n.3?int = T0 n;".to_owned());
    lines.push(format!("far#00000001 n:# x:%(T{FAR} n) = Far;"));
    lines.push("sum#00000002 n:# x:(t0 (n+7)) = Sum;".to_owned());
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    for _ in 0..2 {
        let schemas = [schema_in(Dialect::Telegram, &lines.concat())];
        let of = |bytes: &[u8]| match logged(&schemas, Root::Any, bytes, &strict) {
            Ok(_) => None,
            Err((_, fault)) => Some(fault.kind()),
        };
        let unknown = Some(FaultKind::Wire(ErrorKind::UnknownFlags { bits: 1 }));
        assert_eq!(of(&words(&[1, 0b1001])), unknown);
        // 1 + 7 has bit 3; 9 + 7 does not have it.
        assert_eq!(of(&words(&[2, 1, 5])), None);
        assert_eq!(of(&words(&[2, 9])), None);
        lines.reverse();
    }
}
