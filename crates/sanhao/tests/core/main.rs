//! The core's integration tests: one binary, because linking takes longer than most of them.

mod adaptive_rate;
mod article;
mod bits;
mod corpus;
mod csv;
mod curve;
mod experiment;
mod explain;
mod known_answers;
mod layering;
mod learning_rate;
mod maker;
mod parameters;
mod parity;
mod properties;
mod pulls;
mod reference;
mod search;
mod solve;
mod stability;
mod study;
mod timeline;
mod trainer;
#[cfg(feature = "typescript")]
mod typescript;

#[path = "../../fuzz/draw.rs"]
mod draw;
#[path = "../../fuzz/reported.rs"]
mod reported;
#[path = "../../fuzz/targets.rs"]
mod targets;
