/** One update with all intermediate values. Parameters are laid out as in an update input; students are in the order of the batch. */
export interface Explanation {
    /** Each subject's shift: a feature is (score − shift) / scale. */
    shifts: number[];
    /** Each subject's scale. */
    scales: number[];
    /** The input of the first layer, scaled: students × inputs. */
    features: Float32Array;
    /** Students × outputs. */
    targets: Float32Array;
    /** The parameters as the layers use them: under sum-to-one the weights in place of the free parameters. */
    used: Float32Array;
    /** The pass through each layer, the output's last. */
    layers: LayerPass[];
    /** Each student's own loss. */
    losses: Float32Array;
    /** The mean of the losses, without penalties. */
    loss: number;
    /** The gradient of the mean loss by `used`. */
    slopes: Float32Array;
    /** The gradient by the parameters, without penalties: `slopes`, under sum-to-one passed back through the softmax. */
    unpenalised: Float32Array;
    /** The same with penalties: the input of the optimiser. */
    gradient: Float32Array;
    /** The parameters after the update. */
    parameters: Float32Array;
    /** The parameters after an update of plain gradient descent instead, with the same gradient and learning rate. */
    plain: Float32Array;
    /** The parameters after the update in raw score units; under sum-to-one the weights. */
    raw: Float32Array;
    /** The optimiser's memory of gradients after the update; empty for an optimiser without one. */
    first: Float32Array;
    /** The optimiser's memory of squared gradients after the update; empty for an optimiser without one. */
    second: Float32Array;
}

/** One layer's forward and backward pass, students × units each. */
export interface LayerPass {
    /** Weighted sums, biases included. */
    sums: Float32Array;
    /** The activations of the sums; in the last layer the predictions. */
    values: Float32Array;
    /** The gradient of the batch's mean loss by each sum. */
    deltas: Float32Array;
}
