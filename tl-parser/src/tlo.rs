//! The compiled form of a schema, `.tlo`: a TL value itself, as the reference compiler writes it.
//!
//! It has no documentation, layers or annotations. The ids of its constructors and the meaning of its flags
//! are those of `tls.schema_v2`.

mod complete;
mod numbers;
mod read;
mod write;

pub use self::{
    read::{Malformed, read},
    write::{write, write_sorted},
};

/// The ids of the form's own constructors.
mod ids {
    pub(super) const SCHEMA: u32 = 0x3a2f_9be2;
    pub(super) const TYPE: u32 = 0x12eb_4386;
    pub(super) const COMBINATOR: u32 = 0x5c0a_1ed5;
    pub(super) const LEFT_BUILTIN: u32 = 0xcd21_1f63;
    pub(super) const LEFT: u32 = 0x4c12_c6d9;
    pub(super) const RIGHT: u32 = 0x2c06_4372;
    pub(super) const ARG: u32 = 0x29df_e61b;
    pub(super) const TYPE_VAR: u32 = 0x0142_ceae;
    pub(super) const ARRAY: u32 = 0xd9fb_20de;
    pub(super) const TYPE_EXPR: u32 = 0xc186_3d08;
    pub(super) const EXPR_TYPE: u32 = 0xecc9_da78;
    pub(super) const EXPR_NAT: u32 = 0xdcb4_9bd8;
    pub(super) const NAT_CONST: u32 = 0x8ce9_40b1;
    /// The reference compiler writes a constant with the id of `tls.exprNat`.
    pub(super) const NAT_CONST_WRITTEN: u32 = EXPR_NAT;
    pub(super) const NAT_VAR: u32 = 0x4e8a_14f0;
    /// The number of the kind `#`.
    pub(super) const NAT: u32 = 0x7065_9eff;
    /// The number of the kind `Type`.
    pub(super) const KIND: u32 = 0x2cec_f817;
}

/// The flags of types, fields and expressions.
mod flags {
    /// An expression without an id on the wire, and a type that is used bare.
    pub(super) const BARE: u32 = 1;
    /// A type with several constructors.
    pub(super) const SEVERAL: u32 = 1 << 4;
    /// A field with a condition.
    pub(super) const CONDITIONAL: u32 = 1 << 1;
    /// A field that is a variable.
    pub(super) const VARIABLE: u32 = 1 << 2;
    /// A variable in braces.
    pub(super) const PARAM: u32 = 1 << 17;
    /// A field with `!`.
    pub(super) const BANG: u32 = 1 << 18;
}
