//! A client that was written for layer 224, compiled for that layer and two later ones.

macro_rules! layer {
    ($name:ident, $layer:literal) => {
        #[doc = concat!("The client, with layer ", $layer, ".")]
        pub mod $name {
            #[expect(missing_docs, reason = "the schema has no words for its fields")]
            pub mod api {
                include!(concat!(env!("OUT_DIR"), "/", $layer, "/mod.rs"));
            }
            include!("client.rs");
        }
    };
}

layer!(layer_224, "224");
layer!(layer_229, "229");
layer!(layer_230, "230");

#[expect(missing_docs, reason = "the schema has no words for its fields")]
pub mod borrowed {
    include!(concat!(env!("OUT_DIR"), "/borrowed/mod.rs"));
}

#[expect(missing_docs, reason = "the schema has no words for its fields")]
pub mod shared {
    include!(concat!(env!("OUT_DIR"), "/shared/mod.rs"));
}
