//! Computes the pages of a schema.

use std::collections::{BTreeMap, BTreeSet};

use typelang_codegen::Examples;
use typelang_parser::{
    Schema,
    schema::{Builtin, Combinator, CombinatorId, Type, TypeExpr, TypeId},
    syntax::Role,
};

use super::{
    addresses::{Addresses, address, namespace},
    callers::callers,
    combinator::{Carried, CombinatorPage, ErrorRow, Kind},
    error_page::ErrorPage,
    examples::Spelled,
    first_layer::FirstLayer,
    indexes::item,
    link::{Item, Link},
    param::params,
    reference::Part,
    spelled::Speller,
    type_page::{TypePage, is_everywhere, meaning},
    usage::{Uses, uses},
};
use crate::facts::{Facts, Raised};

/// The input for a part of the reference.
#[derive(Clone, Copy)]
pub struct Source<'s> {
    /// The title of the part.
    pub title: &'s str,
    /// The folder of its pages: empty, or with `/` at the end.
    pub folder: &'s str,
    /// The schema, with its docs.
    pub schema: &'s Schema,
    /// The facts beyond the schema.
    pub facts: &'s Facts,
    /// Whether the schema is a layer of Telegram's API. Only its methods have examples for other libraries.
    pub is_api: bool,
    /// The options that `tl encode` needs for this schema.
    pub encode_options: &'s [String],
    /// Spells calls in Rust, where code can be generated for the schema.
    pub rust: Option<&'s Examples>,
}

impl core::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Source").field("title", &self.title).finish_non_exhaustive()
    }
}

/// The tables that all pages of a schema use.
struct Builder<'s> {
    source: &'s Source<'s>,
    schema: &'s Schema,
    addresses: &'s Addresses,
    speller: Speller<'s>,
    uses: Vec<Uses>,
    examples: Spelled<'s>,
    error_pages: BTreeMap<String, String>,
    wrappers: Vec<Link>,
}

/// The pages of a schema.
pub(super) fn part(source: &Source<'_>) -> Part {
    let schema = source.schema;
    let addresses = Addresses::new(schema, source.folder);
    let builder = Builder {
        source,
        schema,
        addresses: &addresses,
        speller: Speller::new(schema, &addresses),
        uses: uses(schema),
        examples: Spelled::new(source),
        error_pages: error_pages(schema, source.facts, source.folder),
        wrappers: wrappers(schema, &addresses),
    };
    let combinators = |role| {
        let all = schema.combinators().filter(|(_, it)| it.role == role && !it.builtin);
        let mut pages: Vec<CombinatorPage> =
            all.map(|(id, it)| builder.combinator(id, it)).collect();
        pages.sort_by(|left, right| (&left.name, &left.page).cmp(&(&right.name, &right.page)));
        pages
    };
    let mut types: Vec<TypePage> = schema.types().map(|(id, ty)| builder.ty(id, ty)).collect();
    types.sort_by(|left, right| left.name.cmp(&right.name));
    Part {
        title: source.title.to_owned(),
        folder: source.folder.to_owned(),
        layer: schema.layer,
        methods: combinators(Role::Function),
        constructors: combinators(Role::Constructor),
        types,
        errors: builder.errors(),
    }
}

/// The pages of errors that methods of this schema return, by name.
fn error_pages(schema: &Schema, facts: &Facts, folder: &str) -> BTreeMap<String, String> {
    let methods = schema.combinators.iter().filter(|it| it.role == Role::Function);
    let own = methods.filter_map(|it| facts.errors.get(&it.name)).flatten();
    let all = own.chain(&facts.any_errors).chain(&facts.untied_errors);
    let names: BTreeSet<&str> = all.map(|error| error.name.as_str()).collect();
    let (mut taken, folder) = (BTreeSet::new(), format!("{folder}error/"));
    let page = |name: &str| (name.to_owned(), address(&mut taken, &folder, &file_name(name)));
    names.into_iter().map(page).collect()
}

/// An error's name as the name of a file.
fn file_name(error: &str) -> String {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || char == '_';
    error.chars().map(|char| if is_plain(char) { char } else { '-' }).collect()
}

fn wrappers(schema: &Schema, addresses: &Addresses) -> Vec<Link> {
    let is_wrapper =
        |it: &Combinator| it.role == Role::Function && it.fields.iter().any(|field| field.bang);
    let all = schema.combinators().filter(|(_, it)| is_wrapper(it));
    let mut links: Vec<Link> =
        all.map(|(id, it)| Link::new(&it.name, addresses.combinator(id))).collect();
    links.sort();
    links
}

impl Builder<'_> {
    fn combinator(&self, id: CombinatorId, it: &Combinator) -> CombinatorPage {
        let kind = if it.role == Role::Function { Kind::Method } else { Kind::Constructor };
        let facts = self.source.facts;
        let since = facts.since.get(&it.name);
        let result_type = match &it.result {
            TypeExpr::Apply(apply) => Some(apply.ty),
            _ => None,
        };
        let is_method = kind == Kind::Method;
        CombinatorPage {
            kind,
            name: it.name.clone(),
            namespace: namespace(&it.name).to_owned(),
            namespace_page: self.addresses.namespace(namespace(&it.name)).to_owned(),
            id: format!("{:08x}", it.id),
            wire_id: format!("{:08x}", it.id.swap_bytes()),
            page: self.addresses.combinator(id).to_owned(),
            layer: it.layer.or(self.schema.layer),
            since: since.map(|since| FirstLayer::new(since.layer, &facts.layers)),
            docs: it.docs.clone().unwrap_or_default(),
            tl: self.speller.declaration(it),
            params: params(self.schema, &self.speller, it, facts),
            result: self.speller.expr(it, &it.result),
            result_constructors: self.result_constructors(it, result_type),
            carries: self.carried(it),
            callers: if is_method { callers(facts, &it.name) } else { Vec::new() },
            errors: if is_method { self.method_errors(&it.name) } else { Vec::new() },
            returned_by: match result_type.filter(|ty| !is_method && !self.is_everywhere(*ty)) {
                Some(ty) => self.items(&self.uses[ty.0 as usize].returned_by),
                None => Vec::new(),
            },
            example: self.examples.of(id),
        }
    }

    /// The constructors that a method's result may be, or that a constructor's type has beside it.
    fn result_constructors(&self, it: &Combinator, ty: Option<TypeId>) -> Vec<Item> {
        let TypeExpr::Apply(apply) = &it.result else { return Vec::new() };
        // Of a vector the items tell more.
        let item = match (self.schema[apply.ty].builtin, apply.args.as_slice()) {
            (
                Some(Builtin::Vector),
                [typelang_parser::schema::Arg::Type(TypeExpr::Apply(item))],
            ) => Some(item.ty),
            _ => ty,
        };
        let ids = item.map(|ty| self.schema[ty].constructors.clone()).unwrap_or_default();
        let builtin = |id: &CombinatorId| !self.schema[*id].builtin;
        self.items(&ids.into_iter().filter(builtin).collect::<Vec<_>>())
    }

    fn is_everywhere(&self, ty: TypeId) -> bool {
        self.schema[ty].builtin.is_some_and(is_everywhere)
    }

    fn items(&self, ids: &[CombinatorId]) -> Vec<Item> {
        let item = |id: &CombinatorId| {
            let it = &self.schema[*id];
            item(&it.name, self.addresses.combinator(*id), it.docs.as_deref().unwrap_or_default())
        };
        ids.iter().map(item).collect()
    }

    fn carried(&self, it: &Combinator) -> Option<Carried> {
        let field = it.fields.iter().find(|field| field.bang)?;
        let variable = match field.ty {
            TypeExpr::Var(var) => it[var].name.clone(),
            _ => String::new(),
        };
        let methods = self.schema.combinators.iter().filter(|it| it.role == Role::Function).count();
        let param = field.name.clone().unwrap_or_default();
        Some(Carried { param, variable, methods, wrappers: self.wrappers.clone() })
    }

    fn method_errors(&self, name: &str) -> Vec<ErrorRow> {
        let raised = self.source.facts.errors.get(name).map(Vec::as_slice).unwrap_or_default();
        let mut rows: Vec<ErrorRow> = raised.iter().map(|error| self.error_row(error)).collect();
        rows.sort_by(|left, right| {
            (left.code, &left.link.text).cmp(&(right.code, &right.link.text))
        });
        rows
    }

    fn error_row(&self, error: &Raised) -> ErrorRow {
        let meaning = self.source.facts.meanings.get(&error.name).cloned().unwrap_or_default();
        let link =
            Link { text: error.name.clone(), page: self.error_pages.get(&error.name).cloned() };
        ErrorRow { code: error.code, link, meaning, sources: error.sources.clone() }
    }

    fn ty(&self, id: TypeId, ty: &Type) -> TypePage {
        let (uses, facts) = (&self.uses[id.0 as usize], self.source.facts);
        let is_everywhere = self.is_everywhere(id);
        let list = |ids: &[CombinatorId]| if is_everywhere { Vec::new() } else { self.items(ids) };
        let constructors: Vec<CombinatorId> =
            ty.constructors.iter().copied().filter(|id| !self.schema[*id].builtin).collect();
        TypePage {
            name: ty.name.clone(),
            namespace: namespace(&ty.name).to_owned(),
            namespace_page: self.addresses.namespace(namespace(&ty.name)).to_owned(),
            since: facts
                .since
                .get(&ty.name)
                .map(|since| FirstLayer::new(since.layer, &facts.layers)),
            page: self.addresses.ty(id).to_owned(),
            docs: ty.docs.clone().unwrap_or_default(),
            builtin: ty.builtin.map(meaning).unwrap_or_default(),
            is_everywhere,
            constructors: self.items(&constructors),
            returned_by: list(&uses.returned_by),
            taken_by: list(&uses.taken_by),
            contained_in: list(&uses.contained_in),
        }
    }

    fn errors(&self) -> Vec<ErrorPage> {
        let facts = self.source.facts;
        let mut pages: BTreeMap<&str, ErrorPage> = BTreeMap::new();
        let mut methods: Vec<(CombinatorId, &Combinator)> =
            self.schema.combinators().filter(|(_, it)| it.role == Role::Function).collect();
        methods.sort_by_key(|(_, it)| it.name.as_str());
        let loose = facts.any_errors.iter().chain(&facts.untied_errors);
        let any = loose.map(|error| (error, None));
        let own = methods.iter().flat_map(|(id, it)| {
            let raised = facts.errors.get(&it.name).into_iter().flatten();
            raised.map(move |error| (error, Some(*id)))
        });
        for (error, method) in any.chain(own) {
            let page = pages.entry(&error.name).or_insert_with(|| self.error_page(&error.name));
            if !page.codes.contains(&error.code) {
                page.codes.push(error.code);
                page.codes.sort_unstable();
            }
            match method {
                None => page.is_any |= facts.any_errors.contains(error),
                Some(id) => {
                    for item in self.items(&[id]) {
                        if !page.methods.contains(&item) {
                            page.methods.push(item);
                        }
                    }
                }
            }
        }
        pages.into_values().collect()
    }

    fn error_page(&self, name: &str) -> ErrorPage {
        ErrorPage {
            name: name.to_owned(),
            codes: Vec::new(),
            page: self.error_pages.get(name).cloned().unwrap_or_default(),
            meaning: self.source.facts.meanings.get(name).cloned().unwrap_or_default(),
            methods: Vec::new(),
            is_any: false,
        }
    }
}
