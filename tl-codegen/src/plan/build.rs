//! From a schema to the plan: the items, and the files that they stand in.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use typelang_parser::{
    Diagnostic, Schema,
    report::MaxReports,
    schema::{Combinator, CombinatorId, Type, TypeId},
    syntax::Role,
    tlo,
};

use crate::{
    call::{Call, Mistake},
    docs_file::DocsFile,
    plan::{
        expand::{
            expanded::{self, expand},
            params,
        },
        field::{
            fields, layout, number_uses,
            response_type::natural,
            tables::Context,
            value::{self, Site},
        },
        file::{files::files, names_list::named, table::table},
        item::{
            bounds, cloning,
            construction::{self, Zeros},
            disagreement::Disagreements,
            docs::{self, Docs, Uses},
            members::members,
            serde,
            shards::{FILE_LIMIT, Parts, parts},
            stand_ins::refuse_many,
            traits,
        },
        methods::Methods,
        model::{
            codec::Codec,
            file::{Item, Module, Plan},
            item::{Enum, Opaque, Part, Payload, Response, Struct, Variant},
            member::Member,
            names,
            rust::{ItemPath, Name, RustType},
            serde::Serde,
            text::TextTypes,
        },
        requests::{Request, Requests},
        shape::{fallback_depth::ranks, shapes::Shape},
    },
    queries::{self, selected_by},
    select::{Selected, Selection},
};

/// What the user asks for beyond the schema.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes {
    /// What is asked for of single items and fields.
    pub(crate) requests: Vec<Request>,
    /// What is wrong with the settings as they stand; all else is found out with the schema at hand.
    pub(crate) mistakes: Vec<Mistake>,
    /// TL type names, and the paths that stand for them.
    pub(crate) externs: BTreeMap<String, String>,
    /// Whether the code is to do without its schema.
    pub(crate) no_reflection: bool,
    /// How many faults are reported.
    pub(crate) max_reports: MaxReports,
    /// The most bytes that a file may have by estimate, when the user says so.
    pub(crate) file_limit: Option<u32>,
    /// The most bytes that an enum may take, when the user says so.
    pub(crate) enum_limit: Option<u32>,
    /// The calls that make types opaque, each with the type.
    pub(crate) opaque: Vec<(String, Call)>,
    /// Which part of the schema is generated.
    pub(crate) selection: Selection,
    /// How text is held.
    pub(crate) text: TextTypes,
    /// What docs files say.
    pub(crate) docs: Vec<DocsFile>,
    /// What of it is about methods alone.
    pub(crate) methods: Methods,
    /// When serde's traits are implemented.
    pub(crate) serde: Serde,
    /// The feature with which methods can be decoded, if they cannot always.
    pub(crate) server_feature: Option<String>,
    /// Further modules that the root declares.
    pub(crate) modules: Vec<Module>,
}

/// A plan, and what of the schema it had to leave out.
#[derive(Debug)]
pub(crate) struct Planned {
    /// The plan.
    pub(crate) plan: Plan,
    /// Why parts of the schema are missing from it; a plan with faults must not be written.
    pub(crate) faults: Vec<Diagnostic>,
    /// What the user asks for and cannot have; neither must one with mistakes.
    pub(crate) mistakes: Vec<Mistake>,
}

/// Decides all Rust for what was selected of the `whole` schema.
pub(crate) fn plan(whole: &Schema, selected: &Selected<'_>, wishes: &Wishes) -> Planned {
    let expanded = expand(&selected.schema, &wishes.externs);
    let requests = Requests::new(&wishes.requests, &selected.schema);
    let context = Context::new(&expanded, wishes, &requests);
    let inner_first = context.cycles.inner_first();
    decide_fields(&context, &inner_first);
    let uses = Uses::new(&expanded.schema);
    let ranks = ranks(&expanded.schema);
    refuse_infinite(&context, &ranks);
    refuse_many(&context, &inner_first);
    bounds::refuse(&context);
    bounds::tell_unused(&context, &selected.schema, &expanded.unused);
    let parts = parts(&context, wishes.file_limit.unwrap_or(FILE_LIMIT));
    let zeros = Zeros::new(&context, &inner_first);
    let disagreements = Disagreements::new(&context);
    let methods = &wishes.methods;
    let planner = Planner {
        context: &context,
        uses: &uses,
        parts: &parts,
        methods,
        ranks,
        zeros,
        disagreements,
    };
    let mut items: BTreeMap<ItemPath, Item> = BTreeMap::new();
    for (id, combinator) in expanded.schema.combinators() {
        if let Some((path, item)) = planner.combinator(id, combinator) {
            items.insert(path, Item::Struct(Box::new(item)));
        }
    }
    for (id, ty) in expanded.schema.types() {
        match context.shapes.of(id) {
            Shape::Sum(path) => {
                items.insert(path.clone(), Item::Enum(planner.sum(id, ty, path)));
            }
            Shape::Opaque(path) => {
                items.insert(path.clone(), Item::Opaque(planner.opaque(id, ty, path)));
            }
            Shape::Builtin(_) | Shape::Extern(_) | Shape::Single(_) => {}
        }
    }
    let names = named(&context);
    let table = table(&selected.schema, context.reflects);
    let mut files = files(items, &parts, table, &wishes.modules);
    if let Some((declaration, file)) = serde::module(&context, &wishes.serde) {
        files[0].items.push(declaration);
        files.push(file);
    }
    let schema = context.reflects.then(|| compiled(&selected.carried));
    let mistakes = requests.mistakes(whole, &selected.schema);
    Planned { plan: Plan { files, names, schema }, faults: context.into_faults(), mistakes }
}

/// The compiled form, in which the order of the schema's lines does not show.
fn compiled(schema: &Schema) -> Vec<u8> {
    let mut sorted = schema.clone();
    for ty in &mut sorted.types {
        ty.constructors.sort_by_key(|id| (&schema[*id].name, schema[*id].id));
    }
    tlo::write(&sorted)
}

/// Decides the fields of all structs of types, so that whoever needs those of an inner type finds them decided.
fn decide_fields(context: &Context<'_>, inner_first: &[TypeId]) {
    let constructors = inner_first.iter().flat_map(|ty| &context.schema[*ty].constructors);
    for &constructor in constructors.filter(|id| context.shapes.path(**id).is_some()) {
        fields::of(context, constructor);
    }
}

/// Refuses types that no value is finite of because of the numbers that were filled in; of others the checker tells.
fn refuse_infinite(context: &Context<'_>, ranks: &[u32]) {
    for (id, combinator) in context.schema.combinators() {
        let is_filled = !context.origin(id).filled.words.is_empty();
        if is_filled && ranks[id.0 as usize] == u32::MAX && context.shapes.path(id).is_some() {
            let remedy = "use the type with other numbers";
            context.unsupported(combinator.location, "a type of which no value is finite", remedy);
        }
    }
}

struct Planner<'c, 's> {
    context: &'c Context<'s>,
    uses: &'c Uses,
    parts: &'c Parts,
    methods: &'c Methods,
    ranks: Vec<u32>,
    zeros: Zeros,
    disagreements: Disagreements,
}

impl Planner<'_, '_> {
    fn docs(&self, path: &ItemPath) -> Docs<'_, '_> {
        let Self { context, uses, parts, methods, .. } = *self;
        Docs { context, uses, parts, methods, path: path.clone() }
    }

    /// The struct for a combinator, if it has one.
    fn combinator(&self, id: CombinatorId, combinator: &Combinator) -> Option<(ItemPath, Struct)> {
        let path = self.context.shapes.path(id)?;
        let only_of = queries::made_by(combinator)
            .filter(|ty| *self.context.shapes.of(*ty) == Shape::Single(id));
        let decided = fields::of(self.context, id).clone();
        let response = self.response(id, combinator);
        let docs = match combinator.role {
            Role::Constructor => self.docs(path).constructor(id, only_of),
            Role::Function => self.docs(path).function(id),
        };
        let docs =
            docs::with_disagreement(docs, self.disagreements.has(id) && decided.numbers.is_empty());
        let (names, params) =
            (selected_by(self.context.schema, combinator, only_of), params::in_order(combinator));
        bounds::refuse_crowd(self.context, combinator, &params);
        if params.contains(&path.name) {
            let scope = format!("`{}` and its type parameters", combinator.name);
            self.context.requests.collide(&path.name, &scope);
        }
        let can_disagree = self.disagreements.has(id);
        let mut traits = traits::of_struct(self.context, id, decided.numbers.len(), can_disagree);
        traits::compare_bits(&mut traits, &decided.list);
        let attributes = self.context.requests.item_attributes(&names);
        let new = match self.context.origin(id).part {
            expanded::Part::Whole => {
                // Other crates have no literal for it.
                let has_literal = !attributes.iter().any(|text| is_non_exhaustive(text));
                self.zeros.constructor(self.context, id, has_literal)
            }
            _ => None,
        };
        let has_default = new.as_ref().is_some_and(|new| new.defaults.is_some());
        let derives =
            traits::derive(&mut traits, self.context.requests.derives(&names), has_default);
        let cloning = cloning::of(&params, &decided.list, &derives);
        let item = Struct {
            docs,
            attributes,
            derives,
            name: path.name.clone(),
            borrows: path.borrows,
            traits,
            cloning,
            part: match self.context.origin(id).part {
                expanded::Part::Whole => Part::Combinator,
                expanded::Part::Row(_) => Part::Row,
                expanded::Part::Record => Part::Record,
            },
            decode_feature: match combinator.role {
                Role::Function => self.context.server_feature.map(str::to_owned),
                Role::Constructor => None,
            },
            params,
            calls: self.calls(id, combinator),
            numbers: decided.numbers,
            can_disagree,
            fields: decided.list,
            wire: decided.wire,
            assembly: decided.assembly,
            tl_name: combinator.name.clone(),
            id: combinator.id,
            min_len: decided.min_len,
            nested: only_of.is_some_and(|ty| self.context.cycles.is_nested(ty)),
            response,
            accessors: decided.accessors,
            new,
        };
        Some((path.clone(), item))
    }

    /// The parameters for calls that return a certain type.
    fn calls(&self, id: CombinatorId, combinator: &Combinator) -> Vec<(Name, RustType)> {
        let mut params = params::by_tl_name(combinator);
        let (place, location) = (layout::Place::Element, combinator.location);
        let names = &fields::of(self.context, id).names;
        let site = Site { owner: None, place, location, is_last: true, names };
        let calls = self.context.origin(id).calls.iter();
        let calls = calls.filter_map(|(var, returned)| {
            let value = value::value(self.context, site, returned);
            if number_uses::depends(&value.codec) {
                let remedy = "declare a variable for the result: `{X:Type}`, and `!X` for the call";
                let what = "a call whose result depends on a number";
                self.context.unsupported(location, what, remedy);
            }
            let param = params.remove(combinator[*var].name.as_str())?;
            Some((param, natural(value, RustType::Response)))
        });
        calls.collect()
    }

    fn response(&self, id: CombinatorId, combinator: &Combinator) -> Option<Response> {
        if combinator.role == Role::Constructor {
            return None;
        }
        let (place, location) = (layout::Place::Element, combinator.location);
        let names = &fields::of(self.context, id).names;
        let site = Site { owner: None, place, location, is_last: true, names };
        let value = value::value(self.context, site, &combinator.result);
        let borrows = self.context.text.borrow();
        if let Codec::With { numbers, .. } = value.codec {
            return Some(Response::Dependent { value: value.ty, borrows, numbers });
        }
        if number_uses::depends(&value.codec) {
            let remedy = "let the result be a type of its own around it";
            let what = "a vector of what depends on a number of the call";
            self.context.unsupported(location, what, remedy);
        }
        Some(if borrows {
            Response::Borrowing(natural(value, RustType::BorrowingResponse))
        } else {
            Response::Owned(natural(value, RustType::Response))
        })
    }

    fn sum(&self, id: TypeId, ty: &Type, path: &ItemPath) -> Enum {
        let mut constructors: Vec<CombinatorId> = ty.constructors.clone();
        constructors
            .sort_by_key(|id| (&self.context.schema[*id].name, self.context.schema[*id].id));
        let variants: Vec<Variant> =
            constructors.iter().map(|constructor| self.variant(id, ty, *constructor)).collect();
        let empty = construction::empty(self.context, id);
        // What is called empty holds no other type, so that no rank is less.
        let fallback = (0..constructors.len())
            .min_by_key(|index| {
                let constructor = constructors[*index];
                (self.ranks[constructor.0 as usize], empty != Some(constructor))
            })
            .unwrap_or(0);
        let can_disagree = self.disagreements.has_type(self.context, id);
        let mut traits = traits::of_enum(self.context, id, can_disagree);
        let derives = self.context.requests.derives(&[&ty.name]);
        let has_default = self.zeros.has_type(id);
        let derives = traits::derive(&mut traits, derives, has_default);
        let members = members(self.context, &constructors, &variants);
        if let Some(first) = constructors.first() {
            let names = members.iter().map(Member::name);
            bounds::refuse_crowd(self.context, &self.context.schema[*first], names);
        }
        let has_payload = variants.iter().any(|variant| variant.payload != Payload::Unit);
        Enum {
            docs: self.docs(path).sum(id, ty),
            attributes: self.context.requests.item_attributes(&[&ty.name]),
            derives,
            name: path.name.clone(),
            borrows: path.borrows,
            traits,
            numbers: ty.params.len(),
            can_disagree,
            tl_name: ty.name.clone(),
            variants,
            fallback,
            has_default,
            payload_param: has_payload.then(|| names::payload_param(&path.name)),
            members,
            size_limit: self.context.enum_limit,
            nested: self.context.cycles.is_nested(id),
        }
    }

    fn opaque(&self, id: TypeId, ty: &Type, path: &ItemPath) -> Opaque {
        Opaque {
            docs: self.docs(path).opaque(id, ty),
            attributes: self.context.requests.item_attributes(&[&ty.name]),
            name: path.name.clone(),
            tl_name: ty.name.clone(),
        }
    }

    fn variant(&self, id: TypeId, ty: &Type, constructor: CombinatorId) -> Variant {
        let combinator = &self.context.schema[constructor];
        let payload = match self.context.shapes.path(constructor) {
            None => Payload::Unit,
            Some(path) if layout::is_boxed_payload(self.context, id, constructor) => {
                Payload::Boxed(path.clone())
            }
            Some(path) => Payload::Inline(path.clone()),
        };
        let name = self.context.shapes.variant(constructor).cloned();
        let name =
            name.expect("a constructor of an enum has a variant, because `shapes` names all");
        let docs = docs::variant(combinator);
        let attributes = self.context.requests.variant_attributes(&ty.name, &combinator.name);
        Variant { docs, attributes, name, id: combinator.id, payload }
    }
}

/// Whether an attribute is `non_exhaustive`, or may become it, as by `cfg_attr`.
fn is_non_exhaustive(attribute: &str) -> bool {
    attribute.parse().is_ok_and(has_non_exhaustive)
}

fn has_non_exhaustive(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "non_exhaustive",
        TokenTree::Group(group) => has_non_exhaustive(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::{Config, Sources};

    /// A type in a type in a type, by fields of the form `field`.
    fn chain(field: impl Fn(usize) -> String) -> String {
        let links = (0..3_000).map(|at| format!("a{at} x:{} = A{at};\n", field(at + 1)));
        links.chain(["a3000 x:int = A3000;\n".to_owned()]).collect()
    }

    #[test]
    fn long_chains_of_types_do_not_exhaust_the_stack() {
        for text in [chain(|at| format!("a{at}")), chain(|at| format!("Vector<a{at}>"))] {
            let mut sources = Sources::new();
            sources.add("chain.tl", text);
            let plan = Config::new().plan(&sources).unwrap();
            assert!(plan.names.iter().any(|name| name.rust == "types::A3000"));
        }
    }
}
