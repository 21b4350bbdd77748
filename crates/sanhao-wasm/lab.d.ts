/** One update and all that leads to it. Parameters are laid out as an update input's; students stand in the order of the batch. */
export interface Explanation {
    /** What is taken off each subject's score, and what the rest is divided by. */
    shifts: number[];
    scales: number[];
    /** What the first layer sees: students × inputs, scaled. */
    features: Float32Array;
    /** Students × outputs. */
    targets: Float32Array;
    /** The parameters as the layers use them: where weights sum to one, not the free ones but the weights. */
    used: Float32Array;
    /** The output's last. */
    layers: LayerPass[];
    /** Each student's own loss. */
    losses: Float32Array;
    /** Their mean, without penalties. */
    loss: number;
    /** The slope of the mean loss by each of `used`. */
    slopes: Float32Array;
    /** The gradient by each parameter, without penalties: `slopes`, through the softmax where weights sum to one. */
    unpenalised: Float32Array;
    /** The same, penalties included: what the optimiser is given. */
    gradient: Float32Array;
    /** After the update. */
    parameters: Float32Array;
    /** After an update of plain gradient descent instead, with the same gradient and learning rate. */
    plain: Float32Array;
    /** After the update as a learner reads them: for raw scores, the weights where they sum to one. */
    raw: Float32Array;
    /** What the optimiser remembers of gradients after it; empty where that is nothing. */
    first: Float32Array;
    /** What it remembers of squared gradients after it; empty where that is nothing. */
    second: Float32Array;
}

/** What a layer makes of the students and what comes back to it, students × units each. */
export interface LayerPass {
    /** Weighted sums, biases included. */
    sums: Float32Array;
    /** What the activation, in the last layer the output, makes of them. */
    values: Float32Array;
    /** The slope of the mean loss by each sum. */
    deltas: Float32Array;
}
