//! Case 1, the weights: two students' scores and totals are known, the weights of the three subjects are not.
//!
//! First the course's own run: weights start at 0.1, the loss is |y − t|, the optimizer is TensorFlow 1's RMSProp, and an
//! update looks at one student. Its first update gives the digits that the course prints. Then the weights are held to a
//! sum of one: infinitely many weights fit two students, but only the school's 0.6, 0.3 and 0.1 sum to one.

use sanhao::{Constraint, Error, Initial, Preset, Trainer};

fn main() -> Result<(), Error> {
    let experiment = Preset::Weights.experiment();
    let course = experiment.clone().initial(Initial::Constant { weight: 0.1, bias: 0.0 });
    let mut trainer = Trainer::new(course.check()?);
    println!("the first student's total: {}, of 85", trainer.evaluate().predictions()[(0, 0)]);
    trainer.step(1);
    println!("weights after one update: {:.8?}", trainer.evaluate().parameters());

    let mut trainer = Trainer::new(experiment.weights(Constraint::SumToOne).check()?);
    trainer.step(2 * 5000);
    println!("weights that sum to one: {:.3?}", trainer.evaluate().parameters());
    Ok(())
}
