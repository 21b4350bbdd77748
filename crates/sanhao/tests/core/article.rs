//! The article on trial: each card's experiment is run, and gives the numbers that its verdict states.

use sanhao::insight::grid_search::candidates;
use sanhao::insight::{least_squares, stability};
use sanhao::{Analysis, CheckedExperiment, Experiment, Preset, Stability, Table, Trainer};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Article {
    cards: Vec<Card>,
}

#[derive(Deserialize)]
struct Card {
    number: u32,
    start: Start,
    updates: u64,
    why: Said,
    numbers: Vec<Number>,
}

#[derive(Deserialize)]
struct Start {
    preset: Preset,
    csv: Option<Vec<String>>,
    change: Option<Value>,
}

#[derive(Deserialize)]
struct Said {
    zh: String,
    en: String,
}

/// A number that the verdict states, as it is written there.
#[derive(Deserialize)]
struct Number {
    what: String,
    said: String,
    within: f64,
}

/// As web/learn/lessons/start.ts does: objects field by field, a choice of another kind and everything else as a whole.
fn merge(value: &mut Value, change: &Value) {
    match (value, change) {
        (Value::Object(fields), Value::Object(changes))
            if !(fields.contains_key("kind")
                && changes.contains_key("kind")
                && fields["kind"] != changes["kind"]) =>
        {
            for (name, change) in changes {
                merge(fields.entry(name.as_str()).or_insert(Value::Null), change);
            }
        }
        (value, change) => *value = change.clone(),
    }
}

fn experiment(start: &Start) -> CheckedExperiment {
    let mut experiment = start.preset.experiment();
    if let Some(csv) = &start.csv {
        experiment.table = Table::from_csv(csv.join("\n").as_bytes()).unwrap();
    }
    let mut value: Value = serde_json::from_str(&experiment.to_json()).unwrap();
    if let Some(change) = &start.change {
        merge(&mut value, change);
    }
    Experiment::from_json(&value.to_string()).unwrap()
}

fn measured(what: &str, run: &mut Trainer, analysis: &Analysis) -> f64 {
    let table = &run.experiment().table;
    let (students, subjects) = (table.students.clone(), table.subjects.len() as u32);
    let layers = run.layers().len() as f64;
    let evaluation = run.evaluate();
    let predictions = evaluation.predictions();
    let parameters = evaluation.parameters();
    let (kind, which) = what.split_once(' ').unwrap_or((what, ""));
    let place = || which.parse::<usize>().unwrap() - 1;
    let percent = |part: Option<f64>| 100.0 * part.unwrap();
    match kind {
        "loss" => evaluation.loss().unwrap(),
        "heldOutLoss" => evaluation.held_out_loss().unwrap(),
        "accuracy" => percent(evaluation.accuracy()),
        "heldOutAccuracy" => percent(evaluation.held_out_accuracy()),
        "threshold" => evaluation.threshold().unwrap(),
        "parameters" => parameters.len() as f64,
        "layers" => layers,
        "weight" => f64::from(parameters[place()]),
        "prediction" => {
            let row = students.iter().position(|student| student.name == which).unwrap();
            f64::from(predictions[[row, 0]])
        }
        "nobody" => {
            predictions.outer_iter().filter(|outputs| outputs.iter().all(|&p| p < 0.5)).count() as f64
        }
        "solution" => least_squares::solve(analysis).unwrap().parameters[place()],
        "directions" => least_squares::solve(analysis).unwrap().directions.nrows() as f64,
        "residual" => least_squares::solve(analysis).unwrap().residual,
        "condition" => least_squares::solve(analysis).unwrap().condition,
        "candidates" => candidates(subjects, 100, false).unwrap(),
        "bound" => match stability::largest_learning_rate(analysis, &[], 0) {
            Stability::Bound { largest, .. } => largest,
            other => panic!("{other:?}"),
        },
        _ => panic!("{what} is not measured"),
    }
}

#[test]
fn each_verdict_states_numbers_that_its_experiment_gives() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/learn/article/cards.json");
    let Article { cards } = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let numbers: Vec<u32> = cards.iter().map(|card| card.number).collect();
    assert_eq!(numbers, (1..=38).collect::<Vec<_>>());
    let mut wrong = vec![];
    for Card { number, start, updates, why, numbers } in cards {
        assert!(!numbers.is_empty(), "card {number} checks nothing");
        let checked = experiment(&start);
        let mut run = Trainer::new(checked.clone());
        run.step(updates);
        let mut analysis = Analysis::new(checked);
        analysis.set_parameters(run.evaluate().parameters()).unwrap();
        for Number { what, said, within } in numbers {
            let value = measured(&what, &mut run, &analysis);
            let stated: f64 = said.replace(',', "").replace('−', "-").parse().unwrap_or(f64::NAN);
            // Written so that NaN is wrong.
            if !((value - stated).abs() <= within && why.zh.contains(&said) && why.en.contains(&said)) {
                wrong.push(format!("{number}:{what} = {value}, stated {said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
