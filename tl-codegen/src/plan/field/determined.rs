//! Decides which numbers are determined by the values that depend on them.
//!
//! A vector's length determines the number that counts it, and an optional field determines its bit. A value
//! whose type takes a number determines what its fields determine. Such numbers are computed, and whatever
//! nothing determines stays a field. If two parts of a value can give different numbers, encoding it can
//! fail.
//!
//! Goldens: `numbers`, `parameters`, `kept_bits`.

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    schema::{
        Apply, Arg, Builtin, Combinator, CombinatorId, NatExpr, Origin, TypeExpr, TypeId, VarId,
    },
    syntax::Role,
};

use crate::plan::expand::{expanded::Expanded, numbers::Numbers};

/// What values determine of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Determined {
    /// The bits that every value determines.
    pub(crate) always: u32,
    /// The bits that some values determine.
    pub(crate) maybe: u32,
    /// The bits on which something depends.
    pub(crate) read: u32,
    /// The bits on which nothing depends here, but something may in the declaration; they have no meaning and
    /// are refused.
    pub(crate) idle: u32,
    /// Whether no two parts of a value can disagree about a bit.
    pub(crate) agrees: bool,
    /// Whether decoding can lose some of the number, so that it is refused.
    pub(crate) is_loose: bool,
    /// In which values a sum with the number is read by its bits, so that the whole number is data.
    pub(crate) summed: Summed,
}

/// In which values a sum with a number is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Summed {
    Never,
    Sometimes,
    Always,
}

impl Summed {
    /// Combines two parts of one value.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Always, _) | (_, Self::Always) => Self::Always,
            (Self::Never, Self::Never) => Self::Never,
            _ => Self::Sometimes,
        }
    }

    /// Combines two alternative parts of a value.
    fn either(self, other: Self) -> Self {
        if self == other { self } else { Self::Sometimes }
    }
}

impl Determined {
    /// Nothing depends on the number.
    const NOTHING: Self = Self {
        always: 0,
        maybe: 0,
        read: 0,
        idle: 0,
        agrees: true,
        is_loose: false,
        summed: Summed::Never,
    };
    /// A length that is always present.
    const LENGTH: Self =
        Self { always: u32::MAX, maybe: u32::MAX, read: u32::MAX, ..Self::NOTHING };
    /// Something depends on the whole number and determines none of it.
    const READ: Self = Self { read: u32::MAX, agrees: false, ..Self::NOTHING };
    /// The assumption about a value within itself: it is like all others.
    const ASSUMED: Self = Self { always: u32::MAX, ..Self::NOTHING };

    /// Returns whether the whole number is a field of its own.
    pub(crate) const fn is_data(self) -> bool {
        self.maybe | self.idle == 0
    }

    /// Returns whether the number is data only in values in which a sum is read; strict options refuse it in
    /// the others.
    pub(crate) fn is_data_sometimes(self, is_optional: bool) -> bool {
        match self.summed {
            Summed::Never => false,
            Summed::Sometimes => self.always != u32::MAX,
            Summed::Always => is_optional && self.is_data(),
        }
    }

    /// Returns the bits that nothing determines, if the number is computed.
    pub(crate) const fn free(self) -> u32 {
        !(self.maybe | self.idle)
    }
}

/// What is determined of the numbers of all combinators.
#[derive(Debug)]
pub(crate) struct Determination {
    /// For each variable of each combinator.
    vars: Vec<Vec<Determined>>,
}

impl Determination {
    /// Decides for all combinators of a schema without type parameters.
    pub(crate) fn new(expanded: &Expanded, inner_first: &[TypeId]) -> Self {
        let schema = &expanded.schema;
        let assumed = schema.combinators.iter();
        let assumed = assumed.map(|it| vec![Determined::ASSUMED; it.vars.len()]).collect();
        let mut all = Self { vars: assumed };
        let constructors = inner_first.iter().flat_map(|ty| &schema[*ty].constructors);
        let order: Vec<CombinatorId> =
            constructors.copied().filter(|id| takes_numbers(&schema[*id])).collect();
        all.settle(expanded, &order);
        // Disagreements found before all bits were known may be false.
        all.vars.iter_mut().flatten().for_each(|it| it.agrees = true);
        all.settle(expanded, &order);
        for (id, _) in schema.combinators().filter(|(_, it)| !it.vars.is_empty()) {
            all.vars[id.0 as usize] = all.of_combinator(expanded, id);
        }
        all
    }

    /// Returns what is determined of each variable of a combinator.
    pub(crate) fn of_all(&self, id: CombinatorId) -> &[Determined] {
        &self.vars[id.0 as usize]
    }

    /// Returns what is determined of a variable.
    pub(crate) fn of(&self, id: CombinatorId, var: VarId) -> Determined {
        self.vars[id.0 as usize][var.0 as usize]
    }

    /// Decides the parameters of types until nothing changes, since a type may contain itself.
    fn settle(&mut self, expanded: &Expanded, order: &[CombinatorId]) {
        loop {
            let mut is_settled = true;
            for &id in order {
                let decided = self.of_combinator(expanded, id);
                is_settled &= decided == self.vars[id.0 as usize];
                self.vars[id.0 as usize] = decided;
            }
            if is_settled {
                return;
            }
        }
    }

    fn of_combinator(&self, expanded: &Expanded, id: CombinatorId) -> Vec<Determined> {
        let Expanded { schema, combinators, numbers, .. } = expanded;
        let (combinator, declared) = (&schema[id], &combinators[id.0 as usize].declared);
        let vars = combinator.vars.len();
        let all = vec![Determined::NOTHING; vars];
        let mut sites = Sites { schema, known: self, combinator, all, loose: vec![0; vars] };
        sites.note(&numbers[id.0 as usize], declared);
        sites.all
    }

    /// Returns what a value of a type determines of its argument at `at`.
    fn of_argument(&self, schema: &Schema, ty: TypeId, at: usize) -> Determined {
        let mut constructors = schema[ty].constructors.iter();
        let of = |id: &CombinatorId| self.of_pattern(schema, *id, at);
        // Your own type may depend on the whole number.
        let Some(first) = constructors.next().map(of) else { return Determined::READ };
        constructors.map(of).fold(first, |all, one| Determined {
            always: all.always & one.always,
            maybe: all.maybe | one.maybe,
            read: all.read | one.read,
            idle: 0,
            agrees: all.agrees && one.agrees,
            is_loose: all.is_loose || one.is_loose,
            summed: all.summed.either(one.summed),
        })
    }

    fn of_pattern(&self, schema: &Schema, id: CombinatorId, at: usize) -> Determined {
        let TypeExpr::Apply(made) = &schema[id].result else { return Determined::READ };
        match made.args.get(at) {
            Some(Arg::Nat(NatExpr { var: Some(var), plus: 0 })) => self.of(id, *var),
            _ => Determined::READ,
        }
    }
}

fn takes_numbers(combinator: &Combinator) -> bool {
    combinator.vars.iter().any(|var| var.origin == Origin::Param)
}

/// What the parts of one combinator's values determine of its variables.
struct Sites<'a> {
    schema: &'a Schema,
    known: &'a Determination,
    combinator: &'a Combinator,
    all: Vec<Determined>,
    /// The bits on which something depends without determining them.
    loose: Vec<u32>,
}

/// How often a part of a value occurs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Times {
    Once,
    AtMostOnce,
    AtLeastOnce,
    Any,
}

impl Times {
    /// Returns how often the items of a part occur.
    fn of_items(self, is_never_empty: bool) -> Self {
        match self {
            Self::Once | Self::AtLeastOnce if is_never_empty => Self::AtLeastOnce,
            _ => Self::Any,
        }
    }
}

impl Sites<'_> {
    fn note(&mut self, numbers: &Numbers, declared: &BTreeMap<VarId, u32>) {
        let combinator = self.combinator;
        for (bit, _) in numbers.all_bits() {
            let mask = 1 << bit.bit;
            let site = Determined { maybe: mask, read: mask, ..Determined::NOTHING };
            self.add(bit.mask, site, Times::Once);
        }
        for var in (0..).map(VarId).take(combinator.vars.len()) {
            if numbers.is_length(var) {
                self.add(var, Determined::LENGTH, Times::Once);
            }
        }
        for (index, field) in combinator.fields.iter().enumerate() {
            let times = if field.condition.is_some() { Times::AtMostOnce } else { Times::Once };
            match &field.ty {
                TypeExpr::Repetition(repetition) if numbers.is_column(index) => {
                    let times = times.of_items(false);
                    repetition.fields.iter().for_each(|field| self.expr(&field.ty, times));
                }
                ty => self.expr(ty, times),
            }
        }
        if combinator.role == Role::Function {
            self.result(&combinator.result);
        }
        for (var, bits) in declared {
            let determined = &mut self.all[var.0 as usize];
            determined.idle = bits & !determined.read;
        }
        for (bit, members) in numbers.all_bits() {
            if !self.is_lone(numbers, members) {
                self.all[bit.mask.0 as usize].always |= 1 << bit.bit;
            }
        }
        self.find_loose();
        for (bit, members) in numbers.all_bits() {
            if self.is_shared(numbers, members) {
                self.all[bit.mask.0 as usize].agrees = false;
            }
        }
    }

    /// Returns whether only numbers are behind a bit; they determine it unless they are 0.
    fn is_lone(&self, numbers: &Numbers, members: &[usize]) -> bool {
        let held = |at: &usize| numbers.held(&self.combinator.fields[*at]);
        match members {
            [only] => held(only).is_some_and(|var| !self.all[var.0 as usize].is_data()),
            all => all.iter().all(|at| held(at).is_some()),
        }
    }

    /// Returns whether a bit has a number and something else behind it, which may be present without each
    /// other.
    fn is_shared(&self, numbers: &Numbers, members: &[usize]) -> bool {
        let held = members.iter().filter_map(|at| numbers.held(&self.combinator.fields[*at]));
        let (mut computed, mut kept) = (0, 0);
        for var in held {
            if self.all[var.0 as usize].is_data() { kept += 1 } else { computed += 1 }
        }
        // Computed numbers are all present if one of them is not 0; the other fields form one field.
        let others = members.len() - computed - kept;
        kept + usize::from(computed > 0) + usize::from(others > 0) > 1
    }

    fn expr(&mut self, expr: &TypeExpr, times: Times) {
        match expr {
            TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
            TypeExpr::Apply(apply) => self.apply(apply, times),
            TypeExpr::Repetition(repetition) => {
                let count = repetition.times;
                if let Some(var) = count.var {
                    self.add(var, sum(Determined::LENGTH, count.plus), times);
                }
                let items = match count {
                    NatExpr { var: None, plus: 1 } => times,
                    NatExpr { var: None, plus } => times.of_items(plus > 0),
                    NatExpr { .. } => times.of_items(false),
                };
                repetition.fields.iter().for_each(|field| self.expr(&field.ty, items));
            }
        }
    }

    fn apply(&mut self, apply: &Apply, times: Times) {
        let is_vector = self.schema[apply.ty].builtin == Some(Builtin::Vector);
        for (at, arg) in apply.args.iter().enumerate() {
            match arg {
                Arg::Type(arg) if is_vector => self.expr(arg, times.of_items(false)),
                Arg::Type(_) | Arg::Nat(NatExpr { var: None, .. }) => {}
                Arg::Nat(NatExpr { var: Some(var), plus }) => {
                    let of_value = self.known.of_argument(self.schema, apply.ty, at);
                    self.add(*var, sum(of_value, *plus), times);
                }
            }
        }
    }

    /// Records that the response is read with numbers, which it does not determine.
    fn result(&mut self, expr: &TypeExpr) {
        match expr {
            TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
            TypeExpr::Apply(apply) => {
                for arg in &apply.args {
                    match arg {
                        Arg::Nat(nat) => self.read(*nat),
                        Arg::Type(arg) => self.result(arg),
                    }
                }
            }
            TypeExpr::Repetition(repetition) => {
                self.read(repetition.times);
                repetition.fields.iter().for_each(|field| self.result(&field.ty));
            }
        }
    }

    fn read(&mut self, nat: NatExpr) {
        if let Some(var) = nat.var {
            self.all[var.0 as usize].read = u32::MAX;
            self.loose[var.0 as usize] = u32::MAX;
        }
    }

    /// Finds numbers on which something depends without determining them, and which other parts determine in
    /// only some values: in the rest, decoding would lose them.
    fn find_loose(&mut self) {
        for (all, loose) in self.all.iter_mut().zip(&self.loose) {
            all.is_loose |= loose & all.maybe & !all.always != 0;
        }
    }

    /// Adds a part that depends on a number.
    fn add(&mut self, var: VarId, site: Determined, times: Times) {
        let all = &mut self.all[var.0 as usize];
        let is_always = matches!(times, Times::Once | Times::AtLeastOnce);
        let is_single = matches!(times, Times::Once | Times::AtMostOnce);
        all.agrees &= site.agrees && all.maybe & site.maybe == 0 && (is_single || site.maybe == 0);
        // A part that depends on a bit without determining it may disagree with a part that determines it.
        all.agrees &= site.read & !site.maybe == 0;
        all.always |= if is_always { site.always } else { 0 };
        all.maybe |= site.maybe;
        all.read |= site.read;
        all.is_loose |= site.is_loose;
        let summed = if is_always { site.summed } else { site.summed.either(Summed::Never) };
        all.summed = all.summed.or(summed);
        self.loose[var.0 as usize] |= site.read & !site.maybe;
    }
}

/// Returns what is determined of a number, given what is determined of its sum with a constant.
fn sum(of_sum: Determined, plus: u32) -> Determined {
    match of_sum {
        _ if plus == 0 => of_sum,
        Determined { read: 0, .. } => Determined::NOTHING,
        // A length is either too short for the sum, or determines the number.
        Determined { always: u32::MAX, .. } => Determined { agrees: false, ..Determined::LENGTH },
        // Your own type may read anything.
        Determined::READ => Determined { summed: Summed::Always, ..Determined::READ },
        Determined { summed: Summed::Never, always, read, .. } => {
            let summed = if always == read { Summed::Always } else { Summed::Sometimes };
            Determined { summed, ..Determined::READ }
        }
        Determined { summed, .. } => Determined { summed, ..Determined::READ },
    }
}
