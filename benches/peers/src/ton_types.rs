//! Types for TON's messages, as a user of tl-proto writes them.

/// The same types, with bytes of one type.
macro_rules! types {
    ($module:ident, [$($life:lifetime)?], $bytes:ty) => {
        pub mod $module {
            use tl_proto::{TlRead, TlWrite};

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            #[tl(boxed)]
            pub enum PublicKey<$($life)?> {
                #[tl(id = 0x4813b4c6)]
                Ed25519 { key: [u8; 32] },
                #[tl(id = 0x2dbcadd4)]
                Aes { key: [u8; 32] },
                #[tl(id = 0x34ba45cb)]
                Overlay { name: $bytes },
                #[tl(id = 0xb61f450a)]
                Unenc { data: $bytes },
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            #[tl(boxed)]
            pub enum Address<$($life)?> {
                #[tl(id = 0x670da6e7)]
                Udp { ip: i32, port: i32 },
                #[tl(id = 0xe31d63fa)]
                Udp6 { ip: [u8; 16], port: i32 },
                #[tl(id = 0x092b02eb)]
                Tunnel { to: [u8; 32], pubkey: PublicKey<$($life)?> },
                #[tl(id = 0x27795286)]
                Reverse,
                #[tl(id = 0x78017253)]
                Quic { ip: i32, port: i32 },
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            pub struct AddressList<$($life)?> {
                pub addrs: Vec<Address<$($life)?>>,
                pub version: i32,
                pub reinit_date: i32,
                pub priority: i32,
                pub expire_at: i32,
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            #[tl(boxed)]
            pub enum Message<$($life)?> {
                #[tl(id = 0xe673c3bb)]
                CreateChannel { key: [u8; 32], date: i32 },
                #[tl(id = 0x60dd1d69)]
                ConfirmChannel { key: [u8; 32], peer_key: [u8; 32], date: i32 },
                #[tl(id = 0x204818f5)]
                Custom { data: $bytes },
                #[tl(id = 0x17f8dfda)]
                Nop,
                #[tl(id = 0x10c20520)]
                Reinit { date: i32 },
                #[tl(id = 0xb48bf97a)]
                Query { query_id: [u8; 32], query: $bytes },
                #[tl(id = 0x0fac8416)]
                Answer { query_id: [u8; 32], answer: $bytes },
                #[tl(id = 0xfd452d39)]
                Part { hash: [u8; 32], total_size: i32, offset: i32, data: $bytes },
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            #[tl(boxed, id = 0xd142cd89)]
            pub struct PacketContents<$($life)?> {
                pub rand1: $bytes,
                #[tl(flags)]
                pub flags: (),
                #[tl(flags_bit = "flags.0")]
                pub from: Option<PublicKey<$($life)?>>,
                #[tl(flags_bit = "flags.1")]
                pub from_short: Option<[u8; 32]>,
                #[tl(flags_bit = "flags.2")]
                pub message: Option<Message<$($life)?>>,
                #[tl(flags_bit = "flags.3")]
                pub messages: Option<Vec<Message<$($life)?>>>,
                #[tl(flags_bit = "flags.4")]
                pub address: Option<AddressList<$($life)?>>,
                #[tl(flags_bit = "flags.5")]
                pub priority_address: Option<AddressList<$($life)?>>,
                #[tl(flags_bit = "flags.6")]
                pub seqno: Option<i64>,
                #[tl(flags_bit = "flags.7")]
                pub confirm_seqno: Option<i64>,
                #[tl(flags_bit = "flags.8")]
                pub recv_addr_list_version: Option<i32>,
                #[tl(flags_bit = "flags.9")]
                pub recv_priority_addr_list_version: Option<i32>,
                #[tl(flags_bit = "flags.10")]
                pub reinit_date: Option<i32>,
                #[tl(flags_bit = "flags.10")]
                pub dst_reinit_date: Option<i32>,
                #[tl(flags_bit = "flags.11")]
                pub signature: Option<$bytes>,
                pub rand2: $bytes,
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            #[tl(boxed)]
            pub enum UpdateRule {
                #[tl(id = 0xcc9f31f7)]
                Signature,
                #[tl(id = 0x61578e14)]
                Anybody,
                #[tl(id = 0x26779383)]
                OverlayNodes,
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            pub struct Key<$($life)?> {
                pub id: [u8; 32],
                pub name: $bytes,
                pub idx: i32,
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            pub struct KeyDescription<$($life)?> {
                pub key: Key<$($life)?>,
                pub id: PublicKey<$($life)?>,
                pub update_rule: UpdateRule,
                pub signature: $bytes,
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            #[tl(boxed, id = 0x90ad27cb)]
            pub struct Value<$($life)?> {
                pub key: KeyDescription<$($life)?>,
                pub value: $bytes,
                pub ttl: i32,
                pub signature: $bytes,
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            pub struct Node<$($life)?> {
                pub id: PublicKey<$($life)?>,
                pub addr_list: AddressList<$($life)?>,
                pub version: i32,
                pub signature: $bytes,
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            pub struct Nodes<$($life)?> {
                pub nodes: Vec<Node<$($life)?>>,
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            #[tl(boxed, id = 0x7974a0be)]
            pub struct BoxedNodes<$($life)?> {
                pub nodes: Nodes<$($life)?>,
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            #[tl(boxed)]
            pub enum ValueResult<$($life)?> {
                #[tl(id = 0xe40cf774)]
                ValueFound { value: Value<$($life)?> },
                #[tl(id = 0xa2620568)]
                ValueNotFound { nodes: Nodes<$($life)?> },
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            pub struct BlockIdExt {
                pub workchain: i32,
                pub shard: i64,
                pub seqno: i32,
                pub root_hash: [u8; 32],
                pub file_hash: [u8; 32],
            }

            #[derive(Debug, Clone, PartialEq, TlRead, TlWrite)]
            #[tl(boxed, id = 0x7079c751)]
            pub struct AccountState<$($life)?> {
                pub id: BlockIdExt,
                pub shardblk: BlockIdExt,
                pub shard_proof: $bytes,
                pub proof: $bytes,
                pub state: $bytes,
            }
        }
    };
}

types!(owned, [], Vec<u8>);
types!(borrowed, ['tl], &'tl [u8]);
