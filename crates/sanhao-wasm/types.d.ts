// Made from the Rust types by crates/sanhao/tests/core/typescript.rs.

/**
 * Data, model and training: everything that decides a run's numbers, bit for bit.
 */
export type Experiment = { 
/**
 * The version of this form: 2. An experiment without one is of version 1, and is migrated when it is read.
 */
version: number, 
/**
 * Students, scores and targets.
 */
table: Table, 
/**
 * How the scores are scaled before the network sees them; raw by default.
 */
scaling: Scaling, 
/**
 * The network.
 */
model: Model, 
/**
 * How its parameters are changed.
 */
training: Training, };

/**
 * Students, their scores and their targets, as a person sees them.
 */
export type Table = { 
/**
 * The subjects' names, one a feature.
 */
subjects: Array<string>, 
/**
 * What the target column is called.
 */
target: string, 
/**
 * The classes' names where targets are classes (two or more; of two, the second is the "yes"); empty where
 * targets are numbers.
 */
classes: Array<string>, 
/**
 * The students, in the order shown.
 */
students: Array<Student>, };

/**
 * One row of the table.
 */
export type Student = { 
/**
 * Any text; need not be unique.
 */
name: string, 
/**
 * One score a subject, in score points; `None`, in JSON `null`, for a missing one. A student with a missing score is
 * neither trained on nor predicted.
 */
scores: Array<number | null>, 
/**
 * What the school said; none = to be predicted.
 */
target: Target | null, 
/**
 * Whether the student takes part in training; one left out is only predicted. True by default.
 */
included: boolean, };

/**
 * What the school said of a student.
 */
export type Target = number | string;

/**
 * How the scores are scaled before the network sees them. Targets are never scaled.
 */
export type Scaling = "raw" | "divide_by_100" | "standard";

/**
 * A dense network: features → hidden layers → output.
 */
export type Model = { 
/**
 * From the features to the output; none for cases 1 to 3.
 */
hidden: Array<HiddenLayer>, 
/**
 * The constraint on the first layer's weights; free by default.
 */
weights: Constraint, 
/**
 * Whether every neuron adds a bias of its own. True by default.
 */
bias: boolean, 
/**
 * The output function, which turns the last layer's sums into predictions.
 */
output: Output, 
/**
 * Where the parameters start; all 0 by default.
 */
initial: Initial, };

/**
 * A layer of neurons between features and output.
 */
export type HiddenLayer = { 
/**
 * The number of neurons.
 */
units: number, 
/**
 * The activation function of every neuron in the layer.
 */
activation: Activation, };

/**
 * The activation function of a hidden layer, applied to the weighted sum z.
 */
export type Activation = "identity" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "softplus" | "gelu" | "sine";

/**
 * A constraint on the first layer's weights.
 */
export type Constraint = "free" | "sum_to_one";

/**
 * The output function, which turns the last layer's sums into predictions.
 */
export type Output = "linear" | "sigmoid" | "softmax";

/**
 * Where the parameters start. Where a constraint holds, these are the free parameters under it.
 */
export type Initial = { "kind": "zeros" } | { "kind": "constant", 
/**
 * Every weight.
 */
weight: number, 
/**
 * Every bias.
 */
bias: number, } | { "kind": "given", 
/**
 * One a layer, the output's last.
 */
layers: Array<GivenLayer>, } | { "kind": "xavier_uniform" } | { "kind": "he_normal" } | { "kind": "uniform", 
/**
 * The largest weight, positive.
 */
limit: number, };

/**
 * The parameters of one layer as a person gives them.
 */
export type GivenLayer = { 
/**
 * units × inputs.
 */
weights: Array<Array<number>>, 
/**
 * One a unit; empty in a model without bias.
 */
biases: Array<number>, };

/**
 * How the parameters are changed.
 */
export type Training = { 
/**
 * The loss function to minimise.
 */
loss: Loss, 
/**
 * The rule by which a gradient changes a parameter.
 */
optimizer: Optimizer, 
/**
 * η, for the parameters of scaled scores: positive, at most 1e6.
 */
learning_rate: number, 
/**
 * How η changes over the updates; constant by default.
 */
schedule: Schedule, 
/**
 * Students in a batch, from 1 to [`Table::MAX_STUDENTS`](crate::Table::MAX_STUDENTS); none = all. The last batch of an
 * epoch may be smaller and is applied too.
 */
batch_size: number | null, 
/**
 * Whether each epoch takes the students in a new order. False by default.
 */
shuffle: boolean, 
/**
 * Adds l1 · Σ|w| over the weights (not the biases) to the loss function; from 0 to 1000, 0 by default. The weights are
 * those that are trained: of scaled scores, and under a constraint the free parameters behind them.
 */
l1: number, 
/**
 * Adds ½ · l2 · Σw² over the same weights as l1; from 0 to 1000, 0 by default.
 */
l2: number, 
/**
 * The fraction of the students with a target that is held out of training to test what was learned, from 0 to below 1;
 * 0 by default.
 */
test_fraction: number, 
/**
 * The seed of every random choice: initial weights, order, held-out students. 1 by default.
 */
seed: number, };

/**
 * The loss function to minimise.
 *
 * Over a batch it is the mean of the students' losses; a student's loss is the mean over the outputs (as PyTorch's
 * `reduction="mean"`), for categorical cross-entropy the one term of the student's class.
 */
export type Loss = { "kind": "absolute" } | { "kind": "squared" } | { "kind": "huber", 
/**
 * Where the parabola becomes a line, in units of the target: positive, at most 1e6.
 */
delta: number, } | { "kind": "binary_cross_entropy" } | { "kind": "categorical_cross_entropy" };

/**
 * The rule by which a gradient g changes a parameter w at learning rate η, with its own constants.
 */
export type Optimizer = { "kind": "sgd" } | { "kind": "momentum", 
/**
 * μ, from 0 to below 1.
 */
momentum: number, } | { "kind": "nesterov", 
/**
 * μ, from 0 to below 1.
 */
momentum: number, } | { "kind": "adagrad", 
/**
 * ε, positive, at most 1.
 */
epsilon: number, } | { "kind": "rmsprop_tensorflow1", 
/**
 * ρ, from 0 to below 1.
 */
decay: number, 
/**
 * ε, positive, at most 1.
 */
epsilon: number, } | { "kind": "rmsprop_pytorch", 
/**
 * ρ (PyTorch's alpha), from 0 to below 1.
 */
decay: number, 
/**
 * ε, positive, at most 1.
 */
epsilon: number, } | { "kind": "adam", 
/**
 * Decay of m, from 0 to below 1.
 */
beta1: number, 
/**
 * Decay of s, from 0 to below 1.
 */
beta2: number, 
/**
 * ε, positive, at most 1.
 */
epsilon: number, } | { "kind": "adamw", 
/**
 * Decay of m, from 0 to below 1.
 */
beta1: number, 
/**
 * Decay of s, from 0 to below 1.
 */
beta2: number, 
/**
 * ε, positive, at most 1.
 */
epsilon: number, 
/**
 * λ, from 0 to 1000.
 */
weight_decay: number, };

/**
 * A factor on the learning rate, by the number of updates done.
 */
export type Schedule = { "kind": "constant" } | { "kind": "step", 
/**
 * Updates between two changes, at least 1.
 */
every: number, 
/**
 * From 0 to 1.
 */
factor: number, } | { "kind": "exponential", 
/**
 * Updates over which the rate falls by `factor`, at least 1.
 */
every: number, 
/**
 * From 0 to 1.
 */
factor: number, } | { "kind": "cosine", 
/**
 * Updates until the rate is 0, at least 1.
 */
steps: number, } | { "kind": "warm_up", 
/**
 * Updates until the full rate, at least 1.
 */
steps: number, };

/**
 * One of the four cases.
 */
export type Preset = "weights" | "award" | "honours" | "layers";

/**
 * A value that the core refuses: its location, the value, and the rule it breaks.
 *
 * Its text reads as a sentence, `training.learning_rate: -1 is not a positive finite number` or
 * `row 7, column "智育": "九十" is not a number`; its fields serve a page that says the same in another language.
 */
export type CoreError = { 
/**
 * The location of the value.
 */
location: ErrorLocation, 
/**
 * The value as a person would write it; text in quotation marks, shortened when long.
 */
value: string, 
/**
 * The rule it breaks.
 */
rule: Rule, };

/**
 * The location of a refused value.
 */
export type ErrorLocation = { "kind": "field", 
/**
 * Field names and indices from 0, as in JavaScript.
 */
path: string, } | { "kind": "cell", 
/**
 * The line a spreadsheet shows it in: the header is row 1.
 */
row: number, 
/**
 * The header's word.
 */
column: string, } | { "kind": "row", 
/**
 * The line a spreadsheet shows it in: the header is row 1.
 */
row: number, } | { "kind": "column", 
/**
 * The header's word.
 */
column: string, } | { "kind": "file" };

/**
 * The rules that values are held to.
 */
export type Rule = { "kind": "number" } | { "kind": "finite" } | { "kind": "positive" } | { "kind": "between", low: number, high: number, } | { "kind": "at_least", low: number, what: Quantity, } | { "kind": "at_most", high: number, what: Quantity, } | { "kind": "unique" } | { "kind": "not_empty" } | { "kind": "known_class" } | { "kind": "length", expected: number, what: Quantity, } | { "kind": "ragged", expected: number, } | { "kind": "header" } | { "kind": "utf8" } | { "kind": "classes_for_loss" } | { "kind": "classes_for_softmax" } | { "kind": "probabilities_for_loss" } | { "kind": "softmax_for_loss" } | { "kind": "malformed", message: string, };

/**
 * The quantity that a rule counts.
 */
export type Quantity = "students" | "labelled_students" | "subjects" | "classes" | "columns" | "layers" | "weights" | "biases" | "scores" | "multiplications" | "letters" | "runs" | "axes";

/**
 * A plane through score space: two subjects vary, the others are held.
 */
export type ScorePlane = { 
/**
 * The subject that varies from left to right.
 */
x: number, 
/**
 * The subject that varies from bottom to top.
 */
y: number, 
/**
 * Scores at the left and at the right edge.
 */
xRange: [number, number], 
/**
 * Scores at the bottom and at the top edge.
 */
yRange: [number, number], 
/**
 * A score for every subject; those of x and y are ignored.
 */
held: Array<number>, };

/**
 * A plane through parameter space: origin + u · x + v · y.
 *
 * With x and y equal to 1 for one parameter each and 0 elsewhere it varies two parameters; it can also hold the
 * triangle of three weights that sum to one.
 */
export type ParameterPlane = { 
/**
 * Every parameter at u = v = 0, in raw score units.
 */
origin: Array<number>, 
/**
 * The change of each parameter with u.
 */
x: Array<number>, 
/**
 * The change of each parameter with v.
 */
y: Array<number>, 
/**
 * u at the left and at the right edge.
 */
xRange: [number, number], 
/**
 * v at the bottom and at the top edge.
 */
yRange: [number, number], };

/**
 * How well some students are predicted. `None` stands for a number that is not defined, or not finite.
 */
export type Metrics = { "kind": "numbers", 
/**
 * The number of students.
 */
students: number, 
/**
 * Their mean loss.
 */
loss: number | null, 
/**
 * The mean of |e|, in score points.
 */
meanAbsoluteError: number | null, 
/**
 * The square root of the mean of e², in score points.
 */
rootMeanSquareError: number | null, 
/**
 * The largest |e|, in score points.
 */
largestError: number | null, 
/**
 * The coefficient of determination, 1 − Σ e² / Σ (target − mean target)²; none where the targets do not vary.
 */
r2: number | null, } | { "kind": "classes", 
/**
 * The number of students.
 */
students: number, 
/**
 * Their mean loss.
 */
loss: number | null, 
/**
 * The fraction whose class is predicted correctly.
 */
accuracy: number | null, 
/**
 * Actual classes × predicted classes: the number of students of the row's class that are predicted to be in the
 * column's. A student without a prediction is in no column.
 */
confusion: Array<Array<number>>, 
/**
 * Of the students predicted to be in a class, the fraction that is; one a class, none where nobody is predicted to
 * be in it.
 */
precision: Array<number | null>, 
/**
 * Of the students in a class, the fraction that is predicted to be; one a class, none where nobody is in it.
 */
recall: Array<number | null>, 
/**
 * The area under the receiver operating characteristic of two classes: the probability that of a random student
 * of each class the one of the second class has the larger weighted sum before the output, equal ones counted
 * half: probabilities in 32 bits saturate. None where all are of one class, or for more than two classes.
 */
auc: number | null, };

/**
 * The least-squares solution for a linear model's parameters: weights in raw score units, then the bias where the
 * model has one.
 */
export type Solution = { 
/**
 * The number of training students: one equation each.
 */
equations: number, 
/**
 * The number of independent equations. The constraint that the weights sum to one counts as one more.
 */
rank: number, 
/**
 * The parameters with the least squared error; of several, those nearest to 0.
 */
parameters: Array<number>, 
/**
 * Directions × parameters: an orthonormal basis of the directions in which the parameters can change without changing
 * any prediction. One for each parameter that is not determined.
 */
directions: Array<Array<number>>, 
/**
 * Of all parameters with the least squared error, those nearest to the parameters under study.
 */
nearest: Array<number>, 
/**
 * The root of the mean squared error that remains, in score points.
 */
residual: number, 
/**
 * The condition number of the scores with columns of length one: the largest singular value over the smallest that is
 * not negligible. It bounds how strongly an error in the scores can be amplified in the weights.
 */
condition: number, };

/**
 * The bound on the learning rate, or why there is none.
 */
export type Stability = { "kind": "bound", 
/**
 * The bound on η, as it is after the schedule.
 */
largest: number, 
/**
 * Whether the bound is the same at every point; otherwise it is that of the present point.
 */
exact: boolean, 
/**
 * The η above which every run diverges; none where a run may find a flatter place or forget its gradients, however
 * large η is.
 */
diverges: number | null, 
/**
 * Whether nothing pulls at this point: the gradient of the whole training set is exactly 0, and no weight decay
 * is set. In one batch and without momentum a run stays here, however large η is.
 */
at_rest: boolean, } | { "kind": "no_curvature" } | { "kind": "edges" } | { "kind": "flat" } | { "kind": "adaptive" } | { "kind": "too_large" };

/**
 * What a run is doing. Where several statements hold, the first in this order is made.
 */
export type Diagnosis = { "kind": "diverged" } | { "kind": "stuck", 
/**
 * Why no gradient is left.
 */
cause: Cause, } | { "kind": "swinging", 
/**
 * The lowest loss of the swing.
 */
low: number, 
/**
 * The highest.
 */
high: number, 
/**
 * Whether even the lowest is above the loss at the start.
 */
worse: boolean, } | { "kind": "worse", 
/**
 * The loss at the start.
 */
first: number, } | { "kind": "separable" } | { "kind": "same_for_all", 
/**
 * Why the network does not tell students apart.
 */
cause: Cause, } | { "kind": "minimum", 
/**
 * The largest |prediction − target| of a training student, where targets are numbers.
 */
largest_error: number | null, 
/**
 * What keeps the loss from being lower, apart from the point; none where the numbers do not say.
 */
cause: Cause | null, } | { "kind": "slow", 
/**
 * The part by which the loss falls in a thousand updates.
 */
share: number, 
/**
 * Why it falls no faster; none where the numbers do not say.
 */
cause: Cause | null, 
/**
 * A larger learning rate with which the loss falls more than twice as much, as a copy of the run shows; none where
 * it does not, or where trying takes too long.
 */
faster: number | null, } | { "kind": "learning" };

/**
 * Why the loss falls no further.
 */
export type Cause = { "kind": "flat", 
/**
 * How many have.
 */
neurons: number, 
/**
 * Of how many hidden neurons.
 */
of: number, } | { "kind": "saturated", 
/**
 * For how many students it has.
 */
students: number, 
/**
 * Of how many training students.
 */
of: number, } | { "kind": "cancelling" } | { "kind": "zero_weights" } | { "kind": "twins", 
/**
 * How many training students.
 */
students: number, } | { "kind": "ended" } | { "kind": "held" } | { "kind": "sum_to_one" } | { "kind": "no_bias" } | { "kind": "straight" };

/**
 * A class of students to be made.
 */
export type ClassMaker = { 
/**
 * How many.
 */
students: number, 
/**
 * The subjects' names.
 */
subjects: Array<string>, 
/**
 * How their scores are drawn: whole points from 0 to 100.
 */
scores: Scores, 
/**
 * What the school makes of them.
 */
rule: SecretRule, 
/**
 * Start of every random choice.
 */
seed: number, };

/**
 * How scores are drawn: whole points from 0 to 100.
 */
export type Scores = { "kind": "article" } | { "kind": "uniform", 
/**
 * The least score, from 0.
 */
low: number, 
/**
 * The largest, to 100.
 */
high: number, } | { "kind": "normal", 
/**
 * From 0 to 100.
 */
mean: number, 
/**
 * From 0 to 100.
 */
deviation: number, };

/**
 * What the school makes of scores.
 */
export type SecretRule = { 
/**
 * One a subject, within ±100; their sum need not be one.
 */
weights: Array<number>, 
/**
 * What becomes of the weighted total.
 */
outcome: Outcome, };

/**
 * What becomes of the weighted total.
 */
export type Outcome = { "kind": "total", 
/**
 * The standard deviation of a normal error in points, from 0 to 100.
 */
noise: number, } | { "kind": "award", 
/**
 * The total from which on.
 */
threshold: number, 
/**
 * The part of the students who are told the wrong thing, from 0 to ½.
 */
noise: number, };

/**
 * One setting and the values that it takes, one a run.
 */
export type Axis = { "kind": "learning_rate", 
/**
 * The first run's.
 */
low: number, 
/**
 * The last run's.
 */
high: number, 
/**
 * How many there are.
 */
count: number, } | { "kind": "learning_rates", 
/**
 * One a run.
 */
rates: Array<number>, } | { "kind": "seed", 
/**
 * The first run's; each run's is one more than the last one's.
 */
first: number, 
/**
 * How many there are.
 */
count: number, } | { "kind": "batch_size", 
/**
 * One a run.
 */
sizes: Array<number>, } | { "kind": "units", 
/**
 * One number a run.
 */
sizes: Array<number>, } | { "kind": "depth", 
/**
 * One number a run.
 */
sizes: Array<number>, } | { "kind": "activation", 
/**
 * One a run.
 */
activations: Array<Activation>, } | { "kind": "optimizer", 
/**
 * One a run.
 */
optimizers: Array<Optimizer>, } | { "kind": "l2", 
/**
 * One a run.
 */
factors: Array<number>, } | { "kind": "scaling", 
/**
 * One a run.
 */
scalings: Array<Scaling>, } | { "kind": "test_fraction", 
/**
 * One a run.
 */
factors: Array<number>, };
