//! Uses a schema of ten lines, from which the build script generates the module `shapes`.

use shapes::{
    enums::Shape,
    functions::{self, Later},
    types::{Circle, Point, Polygon},
};
use typelang_runtime::{Decode, Encode, Error, Function};

mod shapes {
    typelang_runtime::include_tl!();
}

fn main() -> Result<(), Error> {
    let shapes = vec![
        Shape::Circle(Circle { centre: Point { x: 1, y: -1 }, radius: 5 }),
        Shape::Polygon(Box::new(Polygon {
            closed: true,
            points: vec![Point { x: 0, y: 0 }, Point { x: 3, y: 4 }],
            name: Some("line".to_owned()),
        })),
    ];

    // Encode values and decode them again.
    let bytes = shapes.to_bytes();
    println!("{} shapes take {} bytes: {}", shapes.len(), bytes.len(), hex(&bytes));
    for shape in Vec::<Shape>::from_bytes(&bytes)? {
        println!("{shape:?}");
    }

    // A method knows its response type, even behind a wrapper.
    let request = Later { seconds: 60, query: functions::shapes::List {} };
    let reply = request.read_response(&bytes)?;
    println!("the reply to {} holds {} shapes", hex(&request.to_bytes()), reply.len());

    // Invalid bytes give an error with the reason and the place.
    if let Err(error) = Shape::from_bytes(&bytes[8..20]) {
        println!("wrong at byte {}: {:?}", error.offset(), error.kind());
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
