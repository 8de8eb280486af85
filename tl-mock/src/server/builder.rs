//! What a server is to be like.

use std::{
    fmt, io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    time::Duration,
};

use typelang_runtime::{Decode, Encode, Function, mtproto::RpcError};
use typelang_telegram::functions::auth::BindTempAuthKey;

use crate::{
    answer::{Event, Handlers, Log, Login, Script, ScriptError, UnknownMethod, UnknownName},
    client::Session,
    crypto::{AuthKey, RsaKey},
    schema::{LayerError, Layers, OtherLayers},
    server::{connection::Patience, in_memory::InMemory, mock::Mock},
};

/// What a [`Mock`] is to be like; [`Mock::builder`] makes one.
#[must_use = "a builder does nothing until it is started"]
pub struct Builder {
    pub(super) address: SocketAddr,
    pub(super) rsa: RsaKey,
    pub(super) handlers: Handlers,
    pub(super) script: Script,
    pub(super) login: Login,
    pub(super) random: Option<u64>,
    pub(super) layers: Layers,
    pub(super) log: Option<Log>,
    pub(super) patience: Patience,
    pub(super) connections: usize,
    pub(super) keys: Vec<(AuthKey, i64)>,
}

impl Default for Builder {
    fn default() -> Self {
        let handlers = Handlers::default().on(|session: &mut Session, call: BindTempAuthKey| {
            session.effects.binds = Some(call);
            Ok(true)
        });
        Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            rsa: RsaKey::default(),
            handlers,
            script: Script::default(),
            login: Login::default(),
            random: None,
            layers: Layers::default(),
            log: None,
            patience: Patience {
                unknown: Duration::from_secs(30),
                idle: Duration::from_mins(10),
                write: Duration::from_secs(30),
            },
            connections: 4096,
            keys: Vec::new(),
        }
    }
}

impl Builder {
    /// Sets the port; the default is 0, a free one.
    pub const fn port(mut self, port: u16) -> Self {
        self.address.set_port(port);
        self
    }

    /// Sets the address; the default is 127.0.0.1. Only addresses of the loopback network can be used.
    pub const fn ip(mut self, ip: IpAddr) -> Self {
        self.address.set_ip(ip);
        self
    }

    /// Sets the server's RSA key; the default is one that is published with this crate.
    pub fn rsa_key(mut self, key: RsaKey) -> Self {
        self.rsa = key;
        self
    }

    /// Answers the method `F` with `handler`, which returns the response or an `rpc_error`.
    ///
    /// `F` belongs to the built-in layer, [`typelang_telegram::LAYER`]. A call of a client of another layer is
    /// translated to it, and the response and what the handler pushes to the client's.
    pub fn on<F, H>(mut self, handler: H) -> Self
    where
        F: Function + for<'de> Decode<'de>,
        F::Response: Encode,
        H: Fn(&mut Session, F) -> Result<F::Response, RpcError> + Send + Sync + 'static,
    {
        self.handlers = self.handlers.on(handler);
        self
    }

    /// Answers by a script, a line of JSON for each answer; [the guide](https://docs.rs/typelang-mock) has the keys.
    /// Several scripts are read in turn.
    ///
    /// # Errors
    /// If lines cannot be read; the error has all of them. [`Builder::unknown_methods`] and [`Builder::unknown_names`] find names that are misspelled;
    /// whether values fit the client's layer shows when a client calls.
    pub fn script(mut self, text: &str) -> Result<Self, ScriptError> {
        self.script.append(Script::parse(text)?);
        Ok(self)
    }

    /// Returns the methods of scripts that neither the built-in layer nor an added one has; of those, only layers up to
    /// the line's `last_layer` count. They are misspelled, or of a layer that [`Builder::layers`] gives.
    #[must_use]
    pub fn unknown_methods(&self) -> Vec<UnknownMethod<'_>> {
        self.script.unknown_methods(|method, last| self.layers.have(method, last))
    }

    /// Returns the names of constructors and types in the values of scripts that neither the built-in layer nor an
    /// added one up to the line's `last_layer` has. They are misspelled, or of a layer that [`Builder::layers`] gives.
    #[must_use]
    pub fn unknown_names(&self) -> Vec<UnknownName<'_>> {
        self.script.unknown_names(|name, last| self.layers.have_name(name, last))
    }

    /// Answers what logging in takes, with any phone number and any code: `auth.sendCode`, `auth.signIn`,
    /// `updates.getState`, `users.getFullUser`, …. Handlers and scripts come first.
    pub const fn login(mut self) -> Self {
        self.login = Login::Preset;
        self
    }

    /// Answers everything else with random values of the response's type. The same seed and calls give the same values.
    pub const fn random(mut self, seed: u64) -> Self {
        self.random = Some(seed);
        self
    }

    /// Adds a layer beside the built-in one: a schema in TL with a line `// LAYER 229`. `name` is for messages. Clients
    /// that name this layer in `invokeWithLayer` are read and answered in it.
    ///
    /// # Errors
    /// If the schema has faults, or does not say its layer.
    pub fn layer(mut self, name: &str, schema: &str) -> Result<Self, LayerError> {
        self.layers.add(name, schema)?;
        Ok(self)
    }

    /// Asks `source` for the TL of layers that were not added, when a client first names one:
    /// `.layers(typelang_layers::at)` speaks all layers of an archive. What it gives is kept.
    pub fn layers(
        mut self,
        source: impl Fn(u32) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.layers.set_source(Box::new(source));
        self
    }

    /// Sets what becomes of a client whose layer is missing; by default it is answered in the nearest one.
    pub fn other_layers(mut self, others: OtherLayers) -> Self {
        self.layers.set_others(others);
        self
    }

    /// Hands what happens in the server to `log`, which must not block.
    pub fn on_event(mut self, log: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        self.log = Some(Log::new(log));
        self
    }

    /// Sets how long a client may be silent; the default is ten minutes. A client without a key has a twentieth of
    /// that.
    pub fn idle_timeout(mut self, time: Duration) -> Self {
        self.patience.idle = time;
        self.patience.unknown = time / 20;
        self
    }

    /// Sets the most connections at once; the default is 4,096. Further ones are closed.
    pub const fn max_connections(mut self, count: usize) -> Self {
        self.connections = count;
        self
    }

    /// Knows an authorization key and its salt from the start, so that a client's stored session works.
    pub fn auth_key(mut self, key: AuthKey, salt: i64) -> Self {
        self.keys.push((key, salt));
        self
    }

    /// Makes the server without sockets: bytes go in and come out where you want them.
    #[must_use]
    pub fn in_memory(self) -> InMemory {
        InMemory::new(self)
    }

    /// Starts the server on the runtime of tokio that calls this. It stops when the [`Mock`] is dropped.
    ///
    /// # Errors
    /// If the address is not of the loopback network, or cannot be listened on.
    pub async fn start(self) -> io::Result<Mock> {
        Mock::start(self).await
    }

    /// Starts the server on threads of its own, for programs without tokio.
    ///
    /// # Errors
    /// The same as [`Builder::start`], or if threads cannot be started.
    pub fn start_blocking(self) -> io::Result<Mock> {
        Mock::start_blocking(self)
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").field("address", &self.address).finish_non_exhaustive()
    }
}
