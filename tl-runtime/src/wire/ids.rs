//! Ids that this crate knows.

/// The id of `boolTrue#997275b5 = Bool`.
pub const BOOL_TRUE: u32 = 0x9972_75b5;

/// The id of `boolFalse#bc799737 = Bool`.
pub const BOOL_FALSE: u32 = 0xbc79_9737;

/// The id of `vector#1cb5c415 {t:Type} # [ t ] = Vector t`.
pub const VECTOR: u32 = 0x1cb5_c415;

/// The id of `rpc_error#2144ca19`, which any call may return.
pub(crate) const RPC_ERROR: u32 = 0x2144_ca19;

/// The id of `gzip_packed#3072cfa1`, which may wrap any value.
pub(crate) const GZIP_PACKED: u32 = 0x3072_cfa1;

/// The id before a value of another layer, in bytes that only this crate makes and reads.
///
/// No reader takes it from bytes of a caller: see `Options::marked`.
pub(crate) const OF_LAYER: u32 = 0x6b1d_4c59;
