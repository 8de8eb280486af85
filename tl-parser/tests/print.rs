//! Tests of the canonical form.

use typelang_parser::{FileId, parse, print};

fn printed(text: &str) -> String {
    print(&parse(FileId(0), text).file, text)
}

#[test]
fn spelling() {
    for (text, canonical) in [
        ("a #96A18D5   x : int=A ;", "a#096a18d5 x:int = A;\n"),
        ("m{ X  Y :Type}x: X y :Y=M X Y;", "m {X Y:Type} x:X y:Y = M X Y;\n"),
        ("a x:Map< int , Vector<long> >=A;", "a x:Map<int,Vector<long>> = A;\n"),
        ("a # [t] n*[] 007*[( x  y:int )]=A;", "a # [ t ] n*[ ] 7*[ (x y:int) ] = A;\n"),
        ("f x:a.0? ! ( Vector % X )=>( n + 1 );", "f x:a.0?!(Vector %X) => (n+1);\n"),
        ("int #a8509bda?=Int;", "int#a8509bda ? = Int;\n"),
        ("--- functions ---", "---functions---\n"),
        ("=== 017 ===", "===17===\n"),
        ("Vector  <int>;Final\nT;", "Vector<int>;\nFinal T;\n"),
        ("\u{feff}a = A;\r\n\r\n\r\n\r\nb = B;  \r\n", "a = A;\n\nb = B;\n"),
        ("", ""),
    ] {
        assert_eq!(printed(text), canonical, "{text}");
    }
}

#[test]
fn comments_stay_where_they_are() {
    let text = "\
// above


// apart

a x:int = A; // right
b // head
    // of x
    x:int /* of x */ y:int // of y

    z:n*[ // cell
        int ] // of z
    = B // result
    ;
/* before */ c = C; /* behind */ d = D;
";
    let canonical = "\
// above

// apart

a x:int = A; // right
b // head
    // of x
    x:int /* of x */
    y:int // of y

    z:n*[ // cell
        int
    ] // of z
    = B; // result
/* before */
c = C; /* behind */
d = D;
";
    assert_eq!(printed(text), canonical);
    assert_eq!(printed(canonical), canonical);
}

#[test]
fn a_declaration_of_120_columns_stands_on_one_line() {
    let line = |width: usize| format!("a {}:int y:int = A;\n", "x".repeat(width - 17));
    assert_eq!(printed(&line(120)), line(120));
    let (name, text) = ("x".repeat(104), line(121));
    assert_eq!(text.trim_end().len(), 121);
    assert_eq!(printed(&text), format!("a\n    {name}:int\n    y:int\n    = A;\n"));
}

#[test]
fn what_could_not_be_read_is_left_as_it_is() {
    let text = "a x:int = A;\n(  what )  is;\nb x:($)  = B;\n";
    assert_eq!(printed(text), "a x:int = A;\n(  what )  is;\nb x:($) = B;\n");
}
