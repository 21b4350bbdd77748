//! Keeps the TypeScript declarations equal to the Rust types they are made from.
//!
//! `UPDATE=1 cargo test -p sanhao --all-features --test core typescript` writes them anew.

use sanhao::{
    Activation, Axis, Cause, ClassMaker, Constraint, Diagnosis, Error, Experiment, GivenLayer, HiddenLayer,
    Initial, Location, Loss, Metrics, Model, Optimizer, Outcome, Output, ParameterPlane, Preset, Quantity,
    Rule, Scaling, Schedule, ScorePlane, Scores, SecretRule, Solution, Stability, Student, Table, Target,
    Training,
};
use ts_rs::{Config, TS};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../sanhao-wasm/types.d.ts");

fn declarations() -> String {
    let config = Config::new();
    macro_rules! declare {
        ($($kind:ty),* $(,)?) => {
            [$(format!("{}export {}\n", without_examples(<$kind>::docs()), <$kind>::decl(&config))),*]
        };
    }
    let head = "// Made from the Rust types by crates/sanhao/tests/core/typescript.rs.\n\n".to_owned();
    head + &declare![
        Experiment,
        Table,
        Student,
        Target,
        Scaling,
        Model,
        HiddenLayer,
        Activation,
        Constraint,
        Output,
        Initial,
        GivenLayer,
        Training,
        Loss,
        Optimizer,
        Schedule,
        Preset,
        Error,
        Location,
        Rule,
        Quantity,
        ScorePlane,
        ParameterPlane,
        Metrics,
        Solution,
        Stability,
        Diagnosis,
        Cause,
        ClassMaker,
        Scores,
        SecretRule,
        Outcome,
        Axis,
    ]
    .join("\n")
}

/// A comment without its examples, which are Rust.
fn without_examples(docs: Option<String>) -> String {
    let docs = docs.unwrap_or_default();
    // Every other part stands between fences.
    let texts: String = docs.split(" * ```\n").step_by(2).collect();
    texts.replace(" *\n */", " */")
}

#[test]
fn typescript_declarations_are_those_of_the_rust_types() {
    let made = declarations();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(FILE, &made).unwrap();
    }
    let kept = std::fs::read_to_string(FILE).unwrap();
    assert!(kept == made, "types.d.ts is not current: run this test with UPDATE=1");
}

#[test]
fn every_activation_is_in_all() {
    let declared = Activation::inline(&Config::new());
    assert_eq!(declared.split('|').count(), Activation::ALL.len(), "Activation::ALL lacks one of {declared}");
}
