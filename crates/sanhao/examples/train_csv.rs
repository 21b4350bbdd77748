//! Trains on a CSV file: `cargo run --example train_csv -- class.csv [updates]`.
//!
//! The first row names the columns: a name, the subjects, and last the target: numbers, two words or more words. The
//! example prints the weights in raw score units, the loss and the accuracy. A file that cannot be read as a table is
//! refused with the row, the column and the value.

use std::error::Error;
use std::process::ExitCode;

use sanhao::insight::diagnosis;
use sanhao::{Experiment, Table, Trainer};

fn main() -> ExitCode {
    match train() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn train() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: train_csv FILE [UPDATES]")?;
    let updates = arguments.next().map_or(Ok(5000), |count| count.parse())?;
    let table = Table::from_csv(&std::fs::read(file)?)?;
    let experiment = match table.classes.len() {
        0 => Experiment::regression(table.clone()),
        2 => Experiment::binary(table.clone()),
        _ => Experiment::classification(table.clone()),
    };

    let mut trainer = Trainer::new(experiment.check()?);
    trainer.step(updates);
    trainer.evaluate();
    println!("{:?} after {} updates", diagnosis::of(&trainer), trainer.updates());

    let evaluation = trainer.evaluation();
    let (weights, biases) =
        evaluation.parameters().split_at(table.subjects.len() * evaluation.predictions().ncols());
    for (output, (weights, bias)) in weights.chunks(table.subjects.len()).zip(biases).enumerate() {
        // One output predicts the target, or the second of two classes; several outputs are the classes.
        println!("{}:", if biases.len() == 1 { &table.target } else { &table.classes[output] });
        for (subject, weight) in table.subjects.iter().zip(weights) {
            println!("  {subject}: {weight:.4}");
        }
        println!("  bias: {bias:.4}");
    }
    if let Some(loss) = evaluation.loss() {
        println!("loss: {loss:.4}");
    }
    if let Some(accuracy) = evaluation.accuracy() {
        println!("accuracy: {:.1} %", 100.0 * accuracy);
    }
    Ok(())
}
