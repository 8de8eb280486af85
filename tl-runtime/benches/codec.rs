//! The codec beside `memcpy`: a long vector of numbers, text, and a message as a chat has it.

#[path = "../tests/stand_ins/mod.rs"]
mod stand_ins;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use stand_ins::{functions, types};
use std::hint::black_box;
use typelang_runtime::{Decode, Encode, mtproto::Message};

fn numbers(c: &mut Criterion) {
    let numbers: Vec<i64> = (0..10_000).map(|i| i * 0x0123_4567_89ab).collect();
    let bytes = numbers.to_bytes();
    let mut buffer = Vec::with_capacity(bytes.len());
    let mut group = c.benchmark_group("vector_long_10000");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("memcpy_to_vec", |b| b.iter(|| black_box(&bytes).clone()));
    group.bench_function("memcpy", |b| {
        b.iter(|| {
            buffer.clear();
            buffer.extend_from_slice(black_box(&bytes));
            black_box(&mut buffer);
        });
    });
    group.bench_function("decode", |b| b.iter(|| Vec::<i64>::from_bytes(black_box(&bytes))));
    group.bench_function("encode", |b| {
        b.iter(|| {
            buffer.clear();
            black_box(&numbers).encode_into(&mut buffer);
            black_box(&mut buffer);
        });
    });
    group.bench_function("to_bytes", |b| b.iter(|| black_box(&numbers).to_bytes()));
    group.finish();
}

fn strings(c: &mut Criterion) {
    let strings: Vec<String> = (0..1000).map(|i| "text ".repeat(i % 9 + 1)).collect();
    let bytes = strings.to_bytes();
    let mut buffer = Vec::with_capacity(bytes.len());
    let mut group = c.benchmark_group("vector_string_1000");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("decode", |b| b.iter(|| Vec::<String>::from_bytes(black_box(&bytes))));
    group.bench_function("decode_borrowed", |b| {
        b.iter(|| Vec::<&str>::from_bytes(black_box(&bytes)));
    });
    group.bench_function("encode", |b| {
        b.iter(|| {
            buffer.clear();
            black_box(&strings).encode_into(&mut buffer);
            black_box(&mut buffer);
        });
    });
    group.finish();
}

fn messages(c: &mut Criterion) {
    let messages = vec![types::Message::sample(); 100];
    let bytes = messages.to_bytes();
    let mut buffer = Vec::with_capacity(bytes.len());
    let mut group = c.benchmark_group("vector_message_100");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("decode", |b| {
        b.iter(|| Vec::<types::Message>::from_bytes(black_box(&bytes)));
    });
    group.bench_function("encode", |b| {
        b.iter(|| {
            buffer.clear();
            black_box(&messages).encode_into(&mut buffer);
            black_box(&mut buffer);
        });
    });
    group.bench_function("to_bytes", |b| b.iter(|| black_box(&messages).to_bytes()));
    group.bench_function("encoded_len", |b| b.iter(|| black_box(&messages).encoded_len()));
    let mut slice = vec![0; bytes.len()];
    group.bench_function("encode_to_slice", |b| {
        b.iter(|| black_box(&messages).encode_to_slice(black_box(&mut slice)));
    });
    let message = Message { msg_id: 1, seqno: 1, body: messages.clone() };
    group.bench_function("encode_in_a_message", |b| {
        b.iter(|| {
            buffer.clear();
            black_box(&message).encode_into(&mut buffer);
            black_box(&mut buffer);
        });
    });
    group.bench_function("same", |b| {
        b.iter(|| black_box(&messages[0]) == black_box(&messages[1]));
    });
    group.finish();
}

fn request(c: &mut Criterion) {
    type Request = functions::InvokeWithLayer<functions::InitConnection<functions::GetUsers>>;
    let request = functions::InvokeWithLayer {
        layer: 222,
        query: functions::InitConnection::sample(functions::GetUsers { ids: vec![] }),
    };
    let bytes = request.to_bytes();
    let mut buffer = Vec::with_capacity(bytes.len());
    let mut group = c.benchmark_group("request");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("decode", |b| b.iter(|| Request::from_bytes(black_box(&bytes))));
    group.bench_function("encode", |b| {
        b.iter(|| {
            buffer.clear();
            black_box(&request).encode_into(&mut buffer);
            black_box(&mut buffer);
        });
    });
    group.bench_function("to_bytes", |b| b.iter(|| black_box(&request).to_bytes()));
    group.finish();
}

criterion_group!(benches, numbers, strings, messages, request);
criterion_main!(benches);
