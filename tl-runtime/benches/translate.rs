//! Translation between layers: values that are copied, values that change, and mixed ones.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has failed")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::{fs, hint::black_box, path::Path};
use typelang_parser::{Options as Settings, Sources, check, tlo};
use typelang_runtime::{
    Embedded, Layers, Options,
    reflect::{Random, Root, Schema, Translator, TypeExpr, translate::Defaults},
};

fn compiled(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/telegram").join(file);
    let mut sources = Sources::new();
    sources.add(file, fs::read_to_string(path).unwrap());
    tlo::write(&check(&sources, &Settings::default()).schema)
}

fn layer(file: &str) -> [Schema; 1] {
    [Schema::from_tlo(&compiled(file)).unwrap()]
}

/// Values of a type that translate to the other layer, and whether their bytes change.
fn values(old: &[Schema; 1], new: &[Schema; 1], ty: &str, changed: bool) -> Vec<Vec<u8>> {
    let ty = TypeExpr::parse(&old[0], ty).unwrap();
    let translator = Translator::new(old, new);
    let mut random = Random::new(old, 5).depth(5).size(32 << 10);
    let any = (0..4000).filter_map(|_| random.bytes(Root::Type(&old[0], &ty)));
    let fits = |bytes: &Vec<u8>| {
        let made = translator.translate(Root::Any, bytes, &Options::DEFAULT, Defaults::Filled);
        bytes.len() > 256 && made.is_ok_and(|made| (made.bytes != *bytes) == changed)
    };
    any.filter(fits).take(200).collect()
}

fn translation(c: &mut Criterion) {
    let (old, new) = (layer("api-224.tl"), layer("api.tl"));
    let translator = Translator::new(&old, &new);
    let current = Embedded::new(Vec::leak(compiled("api.tl")));
    let [schema] = layer("api-224.tl");
    let layers = Layers::new(&current, 230).unwrap().with(224, schema).defaults(Defaults::Filled);
    for (name, ty, changed) in [("copied", "Document", false), ("changed", "Updates", true)] {
        let values = values(&old, &new, ty, changed);
        let len: usize = values.iter().map(Vec::len).sum();
        let mut group = c.benchmark_group(format!("{name}_{}", values.len()));
        group.throughput(Throughput::Bytes(len as u64));
        group.bench_function("translator", |b| {
            b.iter(|| {
                for bytes in &values {
                    let bytes = black_box(bytes);
                    _ = black_box(translator.translate(
                        Root::Any,
                        bytes,
                        &Options::DEFAULT,
                        Defaults::Filled,
                    ));
                }
            });
        });
        group.bench_function("layers", |b| {
            b.iter(|| {
                for bytes in &values {
                    _ = black_box(layers.translate(black_box(bytes), 224, 230));
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, translation);
criterion_main!(benches);
