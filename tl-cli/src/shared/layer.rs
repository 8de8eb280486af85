//! Layers of Telegram's API by number: the flag `--layer`, and `layer:N` where a schema is named.

use std::path::{Path, PathBuf};

use typelang_layers::{Declaration, LAYERS};

use crate::shared::outcome::Failure;

/// The flag `--layer` of commands that take schemas.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Layer {
    /// Use this layer of Telegram's API; `tl schema --list` prints those that are built in
    #[arg(long, value_name = "N", conflicts_with = "schemas")]
    pub layer: Option<u32>,
}

impl Layer {
    /// The schemas to read: those that are named, or the layer.
    pub(crate) fn or(self, schemas: &[PathBuf]) -> Vec<PathBuf> {
        self.layer.map_or_else(|| schemas.to_vec(), |layer| vec![path(layer)])
    }
}

/// What comes before the number where a schema is named.
const PREFIX: &str = "layer:";

/// The name of a layer where a schema is named: `layer:224`.
pub(crate) fn path(layer: u32) -> PathBuf {
    format!("{PREFIX}{layer}").into()
}

/// The layer that `layer:N` names, unless a file has this name.
pub(crate) fn layer_of(path: &Path) -> Option<u32> {
    let number = path.to_str()?.strip_prefix(PREFIX)?.parse().ok()?;
    (!path.exists()).then_some(number)
}

/// A layer's schema as TL.
pub(crate) fn text(layer: u32) -> Result<String, Failure> {
    typelang_layers::at(layer).ok_or_else(|| Failure::Usage(unknown(layer)))
}

fn unknown(layer: u32) -> String {
    let above = LAYERS.partition_point(|it| *it < layer);
    let below = above.checked_sub(1).and_then(|at| LAYERS.get(at));
    let near: Vec<String> =
        below.into_iter().chain(LAYERS.get(above)).map(u32::to_string).collect();
    let verb = if near.len() == 1 { "is" } else { "are" };
    let near = near.join(" and ");
    format!(
        "layer {layer} is not built in; the nearest {verb} {near}, and `tl schema --list` prints all"
    )
}

/// The layers that have one of some declarations: `layer 57`, `layers 57 to 109 and 181`.
pub(crate) fn layers_with(declarations: &[Declaration<'_>]) -> String {
    let has = |layer: &u32| declarations.iter().any(|it| it.is_in(*layer));
    let runs = LAYERS.chunk_by(|a, b| has(a) == has(b)).filter(|run| run.first().is_some_and(has));
    let run = |run: &[u32]| match run {
        [first, .., last] => format!("{first} to {last}"),
        others => others.iter().map(u32::to_string).collect(),
    };
    let spelled: Vec<String> = runs.map(run).collect();
    match spelled.split_last() {
        Some((last, [])) if last.contains(' ') => format!("layers {last}"),
        Some((last, [])) => format!("layer {last}"),
        Some((last, others)) => format!("layers {} and {last}", others.join(", ")),
        None => "no layer".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use typelang_layers::Archive;

    use super::*;

    #[test]
    fn a_layer_is_named_by_its_number() {
        assert_eq!(layer_of(Path::new("layer:224")), Some(224));
        for other in ["layer:", "layer:x", "224", "api.tl"] {
            assert_eq!(layer_of(Path::new(other)), None, "{other}");
        }
        assert_eq!(Layer { layer: Some(7) }.or(&[]), [PathBuf::from("layer:7")]);
        assert_eq!(Layer::default().or(&["a.tl".into()]), [PathBuf::from("a.tl")]);
    }

    #[test]
    fn an_unknown_layer_names_its_neighbours() {
        let message = |layer| text(layer).unwrap_err().to_string();
        assert!(message(217).contains("the nearest are 216 and 218,"), "{}", message(217));
        assert!(message(1).contains("the nearest is 57,"), "{}", message(1));
        assert!(text(224).is_ok());
    }

    #[test]
    fn layers_are_spelled_as_runs() {
        let archive = Archive::open();
        let spelled = |name: &str| layers_with(&archive.named(name));
        assert_eq!(spelled("boolTrue"), "layers 57 to 230");
        assert_eq!(spelled("account.chatThemesNotModified"), "layers 133 and 214 to 230");
        assert_eq!(spelled("absent"), "no layer");
    }
}
