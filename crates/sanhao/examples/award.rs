//! Case 2, the award: it is known who is a 三好学生 (three-good student), but neither the weights nor the total nor the
//! threshold of 95 points.
//!
//! One sigmoid learns it; the learned threshold is −b / Σw.

use sanhao::{Error, Experiment, Preset, Trainer};

fn main() -> Result<(), Error> {
    let table = Preset::Award.experiment().table;
    let mut trainer = Trainer::new(Experiment::binary(table).check()?);
    trainer.step(2000);
    let evaluation = trainer.evaluate();
    if let (Some(accuracy), Some(threshold)) = (evaluation.accuracy(), evaluation.threshold()) {
        println!("accuracy: {:.0} %, threshold: {threshold:.1} points", 100.0 * accuracy);
    }
    Ok(())
}
