//! All files of the site.

use minijinja::{Value, context};

use super::{
    context::{of_part, of_site},
    data,
    render::Renderer,
};
use crate::file::File;
use crate::model::{CombinatorPage, ErrorPage, IdRow, Kind, Link, Part, Reference, TypePage};

/// The most names that a page lists.
const NAMES: usize = 2400;

/// The most items that the page of a namespace describes; more are listed by name.
const DESCRIBED: usize = 800;

/// Writes the site: pages, a style sheet, scripts, and data for search and decoding.
///
/// `schemas` are the parts' compiled schemas, for the box that decodes bytes.
#[must_use]
pub fn site(reference: &Reference, schemas: &[&typelang_parser::Schema]) -> Vec<File> {
    let renderer = Renderer::new(of_site(reference));
    let mut files = assets();
    files.push(data::search(reference));
    files.push(data::schemas(reference, schemas));
    let [first, ..] = reference.parts.as_slice() else { return files };
    let home = context! { part => of_part(first), parts => parts(reference) };
    files.push(renderer.page("home.html", "index", &reference.title, home));
    let decode = context! { part => of_part(first) };
    files.push(renderer.page("decode.html", "decode", "Decode bytes", decode));
    for part in &reference.parts {
        pages(&renderer, part, &mut files);
        indexes(&renderer, part, &mut files);
    }
    files
}

/// The parts with their namespaces, for the first page.
fn parts(reference: &Reference) -> Vec<Value> {
    let parts = reference.parts.iter();
    parts.map(|part| context! { namespaces => namespaces(part), ..of_part(part) }).collect()
}

fn namespaces(part: &Part) -> Vec<Value> {
    let all = part.namespaces().into_iter();
    all.map(|it| {
        context! {
            page => it.page,
            name => it.name,
            methods => it.methods.len(),
            constructors => it.constructors.len(),
            types => it.types.len(),
        }
    })
    .collect()
}

fn assets() -> Vec<File> {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    vec![
        file("site.css", include_str!("../../assets/site.css")),
        file("site.js", include_str!("../../assets/site.js")),
        file("decode.js", include_str!("../../assets/decode.js")),
    ]
}

/// The pages of the part's items.
fn pages(renderer: &Renderer<'_>, part: &Part, files: &mut Vec<File>) {
    let shared = of_part(part);
    for it in part.combinators() {
        files.push(combinator(renderer, &shared, part, it));
    }
    for ty in &part.types {
        let own = context! { part => &shared, ty => ty };
        files.push(renderer.page("type.html", &ty.page, &title(&ty.name, "type"), own));
    }
    for error in &part.errors {
        let (heading, note, codes_note) = (error.heading(), error.note(), error.codes_note());
        let own = context! { part => &shared, error => error, heading, note, codes_note };
        files.push(renderer.page("error.html", &error.page, &title(&error.name, "error"), own));
    }
}

fn combinator(renderer: &Renderer<'_>, shared: &Value, part: &Part, it: &CombinatorPage) -> File {
    let word = match it.kind {
        Kind::Method => "method",
        Kind::Constructor => "constructor",
    };
    let any_errors = part.errors.iter().filter(|error| error.is_any).count();
    let own = context! { part => shared, it => it, any_errors };
    renderer.page("combinator.html", &it.page, &title(&it.name, word), own)
}

fn title(name: &str, kind: &str) -> String {
    format!("{name}, a {kind}").replace(", a error", ", an error")
}

/// The pages that list others.
fn indexes(renderer: &Renderer<'_>, part: &Part, files: &mut Vec<File>) {
    let folder = &part.folder;
    let shared = of_part(part);
    let of = |it: &CombinatorPage| Link::new(&it.name, &it.page);
    let ty = |it: &TypePage| Link::new(&it.name, &it.page);
    let lists: [(&str, &str, Vec<Link>); 3] = [
        ("methods", "Methods", part.methods.iter().map(of).collect()),
        ("constructors", "Constructors", part.constructors.iter().map(of).collect()),
        ("types", "Types", part.types.iter().map(ty).collect()),
    ];
    for (file, title, links) in lists {
        let pages: Vec<&[Link]> =
            if links.is_empty() { vec![&[]] } else { links.chunks(NAMES).collect() };
        let names: Vec<String> =
            (1..=pages.len()).map(|at| numbered(&format!("{folder}{file}"), at)).collect();
        for (list, page) in pages.into_iter().zip(&names) {
            let own = context! { part => &shared, links => list, total => links.len(), pages => &names, page, kind => file };
            files.push(renderer.page("names.html", page, title, own));
        }
    }
    let namespaces = part.namespaces();
    // One alone is what the other indexes list.
    for index in
        namespaces.into_iter().filter(|index| !(index.name.is_empty() && part_is_flat(part)))
    {
        let title = match index.name.as_str() {
            "" => "Items without a namespace".to_owned(),
            name => format!("Namespace {name}"),
        };
        let len = index.methods.len() + index.constructors.len() + index.types.len();
        let own = context! { part => &shared, index => &index, is_long => len > DESCRIBED };
        files.push(renderer.page("namespace.html", &index.page, &title, own));
    }
    ids(renderer, part, &shared, files);
    layers(renderer, part, &shared, files);
    if !part.errors.is_empty() {
        files.push(errors(renderer, part, &shared));
    }
}

/// Whether no item of a part has a namespace.
fn part_is_flat(part: &Part) -> bool {
    part.combinators().all(|it| it.namespace.is_empty())
        && part.types.iter().all(|ty| ty.namespace.is_empty())
}

fn numbered(page: &str, at: usize) -> String {
    if at == 1 { page.to_owned() } else { format!("{page}-{at}") }
}

/// A page of ids for each first digit.
fn ids(renderer: &Renderer<'_>, part: &Part, shared: &Value, files: &mut Vec<File>) {
    let rows = part.ids();
    let digits: Vec<String> = (0..16).map(|digit: u32| format!("{digit:x}")).collect();
    for digit in &digits {
        let list: Vec<&IdRow> = rows.iter().filter(|row| row.id.starts_with(digit)).collect();
        let own = context! { part => shared, rows => list, digit, digits => &digits };
        let title = format!("Ids that begin with {digit}");
        files.push(renderer.page("ids.html", &format!("{}id/{digit}", part.folder), &title, own));
    }
}

fn layers(renderer: &Renderer<'_>, part: &Part, shared: &Value, files: &mut Vec<File>) {
    let all = part.layers();
    if all.is_empty() {
        return;
    }
    for index in &all {
        let own = context! { part => shared, index => index, all => &all };
        let title = format!("First seen in layer {}", index.layer);
        files.push(renderer.page("layers.html", &index.page, &title, own));
    }
    let own = context! { part => shared, index => Value::from(()), all => &all };
    files.push(renderer.page("layers.html", &format!("{}layers", part.folder), "Layers", own));
}

fn errors(renderer: &Renderer<'_>, part: &Part, shared: &Value) -> File {
    let mut codes: Vec<i32> = part.errors.iter().flat_map(|error| error.codes.clone()).collect();
    codes.sort_unstable();
    codes.dedup();
    let group = |code: &i32| {
        let list: Vec<&ErrorPage> =
            part.errors.iter().filter(|error| error.codes.contains(code)).collect();
        context! { code, errors => list }
    };
    let groups: Vec<Value> = codes.iter().map(group).collect();
    let any: Vec<&ErrorPage> = part.errors.iter().filter(|error| error.is_any).collect();
    let own = context! { part => shared, groups, any };
    renderer.page("errors.html", &format!("{}errors", part.folder), "Errors", own)
}
