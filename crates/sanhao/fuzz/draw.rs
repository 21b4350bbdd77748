//! Experiments drawn from bytes: random bytes make them for the property tests, a fuzzer's for the session target.

use arbitrary::{Result, Unstructured};
use sanhao::{
    Activation, Constraint, Experiment, GivenLayer, HiddenLayer, Initial, Loss, Model, Optimizer, Output,
    Scaling, Schedule, Student, Table, Target, Training, Version,
};

/// Which numbers an experiment is drawn with.
#[derive(Clone, Copy, PartialEq)]
pub enum Numbers {
    /// Those of a lesson: scores from 0 to 100, small rates and penalties.
    Usual,
    /// All that the check lets pass, its limits above all.
    Allowed,
}

/// A valid experiment with 1 to 8 subjects, up to 24 students and up to two small hidden layers.
pub fn experiment(u: &mut Unstructured<'_>, numbers: Numbers) -> Result<Experiment> {
    let mut table = table(u, numbers)?;
    let model = model(u, numbers, &table)?;
    // The cross-entropies come last, the categorical one for outputs that compete or are one.
    let losses = match (table.classes.len(), model.output) {
        (0, _) | (_, Output::Linear) => 3,
        (3.., Output::Sigmoid) => 4,
        _ => 5,
    };
    let training = training(u, numbers, losses)?;
    let scaling = *u.choose(&[Scaling::Raw, Scaling::DivideBy100, Scaling::Standard])?;
    // Drawn last, so that the kept corpus is still read as the same experiments.
    remove_scores(u, &mut table)?;
    Ok(Experiment { version: Version, table, scaling, model, training })
}

/// A score or a total.
pub fn score(u: &mut Unstructured<'_>, numbers: Numbers) -> Result<f64> {
    // A tenth of a point has no exact binary form: sums of such scores round.
    let usual = f64::from(u.int_in_range(0..=1000u16)?) / 10.0;
    number(u, numbers, usual, -Table::LARGEST_SCORE, Table::LARGEST_SCORE)
}

/// A student as the table asks for, in some places without a target or left out.
pub fn student(u: &mut Unstructured<'_>, numbers: Numbers, table: &Table) -> Result<Student> {
    let scores = table.subjects.iter().map(|_| Ok(Some(score(u, numbers)?))).collect::<Result<_>>()?;
    let target = match table.classes.as_slice() {
        _ if u.ratio(1, 6u8)? => None,
        [] => Some(Target::Number(score(u, numbers)?)),
        classes => Some(Target::Class(u.choose(classes)?.clone())),
    };
    let name = format!("student {}", table.students.len() + 1);
    Ok(Student { name, scores, target, included: !u.ratio(1, 8u8)? })
}

fn table(u: &mut Unstructured<'_>, numbers: Numbers) -> Result<Table> {
    let subjects = (0..u.int_in_range(1..=8u8)?).map(|i| format!("subject {i}")).collect();
    let classes = *u.choose(&[0, 2, 3, 4, 5u8])?;
    let classes = (0..classes).map(|i| format!("class {i}")).collect();
    let mut table = Table { subjects, target: "said".to_owned(), classes, students: vec![] };
    for _ in 0..u.int_in_range(1..=24u8)? {
        let student = student(u, numbers, &table)?;
        table.students.push(student);
    }
    // A table needs a student to learn from.
    let target = match table.classes.first() {
        Some(class) => Target::Class(class.clone()),
        None => Target::Number(score(u, numbers)?),
    };
    table.students[0].included = true;
    table.students[0].target.get_or_insert(target);
    Ok(table)
}

/// Removes up to three scores, in half of the tables none. The first student keeps every score: a table needs one to
/// learn from.
fn remove_scores(u: &mut Unstructured<'_>, table: &mut Table) -> Result<()> {
    let students = &mut table.students[1..];
    if students.is_empty() || !u.arbitrary()? {
        return Ok(());
    }
    for _ in 0..u.int_in_range(1..=3u8)? {
        let student = u.choose_index(students.len())?;
        let subject = u.choose_index(table.subjects.len())?;
        students[student].scores[subject] = None;
    }
    Ok(())
}

fn model(u: &mut Unstructured<'_>, numbers: Numbers, table: &Table) -> Result<Model> {
    let layer = |u: &mut Unstructured<'_>| {
        let units = u.int_in_range(1..=6u8)?.into();
        Ok(HiddenLayer { units, activation: *u.choose(&Activation::ALL)? })
    };
    let hidden = (0..u.int_in_range(0..=2u8)?).map(|_| layer(u)).collect::<Result<Vec<_>>>()?;
    let outputs: &[Output] = match table.classes.len() {
        0 => &[Output::Linear, Output::Sigmoid],
        _ => &[Output::Linear, Output::Sigmoid, Output::Softmax],
    };
    let output = *u.choose(outputs)?;
    let bias = u.arbitrary()?;
    let units: Vec<usize> = [table.subjects.len()]
        .into_iter()
        .chain(hidden.iter().map(|layer| layer.units))
        .chain([output.units(table.classes.len())])
        .collect();
    Ok(Model {
        hidden,
        weights: *u.choose(&[Constraint::Free, Constraint::SumToOne])?,
        bias,
        output,
        initial: initial(u, numbers, &units, bias)?,
    })
}

/// `units`: the number of values between the layers, from the subjects to the outputs.
fn initial(u: &mut Unstructured<'_>, numbers: Numbers, units: &[usize], bias: bool) -> Result<Initial> {
    let parameter = |u: &mut Unstructured<'_>| {
        let usual = unit(u)? * 2.0 - 1.0;
        number(u, numbers, usual, -1e6, 1e6)
    };
    Ok(match u.int_in_range(0..=5u8)? {
        0 => Initial::Zeros,
        1 => Initial::Constant { weight: parameter(u)?, bias: parameter(u)? },
        2 => {
            let layer = |u: &mut Unstructured<'_>, inputs: usize, units: usize| {
                let row = |u: &mut Unstructured<'_>, length| (0..length).map(|_| parameter(u)).collect();
                Ok(GivenLayer {
                    weights: (0..units).map(|_| row(u, inputs)).collect::<Result<_>>()?,
                    biases: row(u, if bias { units } else { 0 })?,
                })
            };
            let layers = units.windows(2).map(|pair| layer(u, pair[0], pair[1])).collect::<Result<_>>()?;
            Initial::Given { layers }
        }
        3 => Initial::XavierUniform,
        4 => Initial::HeNormal,
        _ => Initial::Uniform { limit: number(u, numbers, 0.5, 1e-30, 1e6)? },
    })
}

fn training(u: &mut Unstructured<'_>, numbers: Numbers, losses: usize) -> Result<Training> {
    let rate = 10f64.powf(-4.0 + 3.5 * unit(u)?);
    let penalty = |u: &mut Unstructured<'_>| {
        let usual = if u.arbitrary()? { 0.0 } else { 0.01 * unit(u)? };
        number(u, numbers, usual, 0.0, 1e3)
    };
    Ok(Training {
        loss: loss(u, numbers, losses)?,
        optimizer: optimizer(u, numbers)?,
        learning_rate: number(u, numbers, rate, 1e-30, 1e6)?,
        schedule: schedule(u)?,
        batch_size: if u.arbitrary()? { Some(u.int_in_range(1..=30u8)?.into()) } else { None },
        shuffle: u.arbitrary()?,
        l1: penalty(u)?,
        l2: penalty(u)?,
        test_fraction: if u.arbitrary()? { 0.0 } else { 0.9 * unit(u)? },
        seed: u.arbitrary()?,
    })
}

/// One of the first so many losses.
fn loss(u: &mut Unstructured<'_>, numbers: Numbers, losses: usize) -> Result<Loss> {
    Ok(match u.int_in_range(0..=losses as u8 - 1)? {
        0 => Loss::Absolute,
        1 => Loss::Squared,
        2 => Loss::Huber { delta: number(u, numbers, 1.0, 1e-30, 1e6)? },
        3 => Loss::BinaryCrossEntropy,
        _ => Loss::CategoricalCrossEntropy,
    })
}

fn optimizer(u: &mut Unstructured<'_>, numbers: Numbers) -> Result<Optimizer> {
    let mut decay = |usual| number(u, numbers, usual, 0.0, 0.9999);
    let (beta1, beta2) = (decay(0.9)?, decay(0.999)?);
    let epsilon = number(u, numbers, 1e-8, 1e-30, 1.0)?;
    Ok(match u.int_in_range(0..=7u8)? {
        0 => Optimizer::Sgd,
        1 => Optimizer::Momentum { momentum: beta1 },
        2 => Optimizer::Nesterov { momentum: beta1 },
        3 => Optimizer::Adagrad { epsilon },
        4 => Optimizer::RmspropTensorflow1 { decay: beta1, epsilon },
        5 => Optimizer::RmspropPytorch { decay: beta2, epsilon },
        6 => Optimizer::Adam { beta1, beta2, epsilon },
        _ => Optimizer::Adamw { beta1, beta2, epsilon, weight_decay: number(u, numbers, 0.01, 0.0, 1e3)? },
    })
}

fn schedule(u: &mut Unstructured<'_>) -> Result<Schedule> {
    let every = u.int_in_range(1..=40)?;
    let factor = unit(u)?;
    Ok(match u.int_in_range(0..=4u8)? {
        0 => Schedule::Constant,
        1 => Schedule::Step { every, factor },
        2 => Schedule::Exponential { every, factor },
        3 => Schedule::Cosine { steps: every },
        _ => Schedule::WarmUp { steps: every },
    })
}

/// The usual number, or one in `low..=high`: a limit, zero, or anything of any size.
fn number(u: &mut Unstructured<'_>, numbers: Numbers, usual: f64, low: f64, high: f64) -> Result<f64> {
    if numbers == Numbers::Usual {
        return Ok(usual);
    }
    let drawn = match u.int_in_range(0..=7u8)? {
        0 => low,
        1 => high,
        2 => 0.0,
        3 => u.arbitrary()?,
        _ => usual,
    };
    Ok(if (low..=high).contains(&drawn) { drawn } else { usual })
}

/// From 0 to 1.
fn unit(u: &mut Unstructured<'_>) -> Result<f64> {
    Ok(f64::from(u.arbitrary::<u32>()?) / f64::from(u32::MAX))
}
