//! The comments at the head of a golden's schema.

/// The first comments of a schema, up to the first other line.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Head<'a> {
    /// The behaviour, from `// Shows:`.
    pub(crate) shows: &'a str,
    /// The settings in order, from all `// Settings:` lines.
    pub(crate) settings: Vec<Setting<'a>>,
    /// Why the golden has no wire test, from `// Wire: none, because`.
    pub(crate) no_wire: Option<&'a str>,
}

/// One setting of `Config`, as in `serde=always` or `derive .=Hash`.
#[derive(Debug, PartialEq)]
pub(crate) struct Setting<'a> {
    /// The name of the setter.
    pub(crate) name: &'a str,
    /// The value, or `SELECTOR=VALUE`.
    pub(crate) value: &'a str,
}

impl<'a> Head<'a> {
    /// Reads the head of a schema.
    pub(crate) fn read(schema: &'a str) -> Result<Self, String> {
        let mut head = Self::default();
        for line in schema.lines().map_while(|line| line.strip_prefix("// ")) {
            match line.split_once(": ") {
                Some(("Shows", shows)) if head.shows.is_empty() => head.shows = shows,
                Some(("Settings", all)) => {
                    for one in all.split(", ") {
                        let (name, value) = one
                            .split_once(['=', ' '])
                            .ok_or_else(|| format!("the setting `{one}` has no value"))?;
                        head.settings.push(Setting { name, value });
                    }
                }
                Some(("Wire", reason)) if head.no_wire.is_none() => {
                    head.no_wire =
                        Some(reason.strip_prefix("none, because ").ok_or_else(|| {
                            format!(
                                "`Wire: {reason}` gives no reason; write `Wire: none, because …`"
                            )
                        })?);
                }
                None if line.starts_with("LAYER ") => {}
                _ => {
                    return Err(format!(
                        "unexpected line `// {line}`; write `// Shows: …`, `// Settings: …` or `// Wire: …`"
                    ));
                }
            }
        }
        if head.shows.is_empty() {
            return Err("the schema does not begin with `// Shows: …`".to_owned());
        }
        Ok(head)
    }

    /// Whether the golden has this setting.
    pub(crate) fn sets(&self, name: &str) -> bool {
        self.settings.iter().any(|setting| setting.name == name)
    }
}
