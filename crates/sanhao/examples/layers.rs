//! Case 4, layers: an award for students who are good in exactly one of two subjects. No straight line separates them;
//! a hidden layer of six neurons does.

use sanhao::{Activation, Error, Experiment, Preset, Trainer};

fn main() -> Result<(), Error> {
    let table = Preset::Layers.experiment().table;
    for hidden in [&[][..], &[6]] {
        let experiment = Experiment::binary(table.clone())
            .hidden(hidden.iter().copied(), Activation::Tanh)
            .learning_rate(0.03)
            .batch_size(10)
            .shuffle(true);
        let mut trainer = Trainer::new(experiment.check()?);
        trainer.step(2000);
        if let Some(accuracy) = trainer.evaluate().accuracy() {
            println!("accuracy with hidden layers {hidden:?}: {:.1} %", 100.0 * accuracy);
        }
    }
    Ok(())
}
