//! The README and the guide: each Rust block is a doctest.
//!
//! `build.rs` lists the chapters and adds what the blocks need on hidden lines, so that the text stays plain
//! Markdown. The modules below are the schemas that the guide uses.

/// The schema of the chapter on build scripts.
#[allow(unused_qualifications, reason = "generated paths are always qualified")]
pub mod shapes {
    typelang_runtime::include_tl!();
}

/// The same schema, with borrowed text.
#[allow(unused_qualifications, reason = "generated paths are always qualified")]
pub mod borrowed {
    typelang_runtime::include_tl!("borrowed");
}

/// The same schema, with all parts of a value in one arena.
#[allow(unused_qualifications, reason = "generated paths are always qualified")]
pub mod arena {
    typelang_runtime::include_tl!("arena");
}

/// A chat, with all parts of a value in one arena.
#[allow(unused_qualifications, reason = "generated paths are always qualified")]
pub mod chat {
    typelang_runtime::include_tl!("chat");
}

/// The same chat, with types that own their parts.
#[allow(unused_qualifications, reason = "generated paths are always qualified")]
pub mod owned {
    typelang_runtime::include_tl!("owned");
}

/// The same schema, with a variant of `Shape` for values of other layers.
#[allow(unused_qualifications, reason = "generated paths are always qualified")]
pub mod kept {
    typelang_runtime::include_tl!("kept");
}

/// A few declarations in TDLib's dialect.
#[allow(unused_qualifications, reason = "generated paths are always qualified")]
pub mod td {
    typelang_runtime::include_tl!("td");
}

/// TON's lite servers.
#[allow(unused_qualifications, reason = "generated paths are always qualified")]
pub mod lite {
    typelang_runtime::include_tl!("lite");
}

#[cfg(doctest)]
mod chapters {
    include!(concat!(env!("OUT_DIR"), "/chapters.rs"));
}
