/** As much of the peers' types as the benchmark uses: a checkout that only runs the tests does not install them. */

declare module "convnetjs" {
  export class Vol {
    constructor(values: number[]);
    w: Float64Array;
  }
  export class Net {
    layers: { layer_type: string; filters: Vol[]; biases: Vol }[];
    makeLayers(definitions: object[]): void;
    forward(input: Vol): Vol;
  }
  export class Trainer {
    constructor(net: Net, options: object);
    k: number;
    batch_size: number;
    train(input: Vol, target: number | number[]): unknown;
  }
}

declare module "synaptic" {
  type Squash = (value: number, derivative?: boolean) => number;
  export class Neuron {
    static squash: Record<"LOGISTIC" | "TANH" | "IDENTITY" | "RELU", Squash>;
    squash: Squash;
    bias: number;
    connections: { inputs: Record<string, { weight: number }> };
  }
  export class Layer {
    static connectionType: { ALL_TO_ALL: string };
    constructor(size: number);
    list: Neuron[];
    project(layer: Layer, type: string): void;
  }
  export class Network {
    constructor(layers: { input: Layer; hidden: Layer[]; output: Layer });
    activate(input: number[]): number[];
    propagate(rate: number, target: number[]): void;
    restore(): void;
  }
}

declare module "brain.js/dist/browser.js" {
  export class NeuralNetwork {
    constructor(options: object);
    weights: Float32Array[][];
    biases: Float32Array[];
    initialize(): void;
    trainPattern(pattern: { input: Float32Array; output: Float32Array }): void;
  }
}

declare module "@tensorflow/tfjs-backend-cpu" {}

declare module "@tensorflow/tfjs-core/dist/register_all_gradients" {}

declare module "@tensorflow/tfjs-backend-wasm" {
  export function setWasmPaths(paths: Record<string, string>): void;
}

declare module "@tensorflow/tfjs-core" {
  export interface Tensor {
    dataSync(): Float32Array;
  }
  export interface Tensor1D extends Tensor {}
  export interface Tensor2D extends Tensor {}
  export interface Scalar extends Tensor {}
  export type Variable<T extends Tensor> = T & { readonly name: string };
  export function tensor1d(values: number[]): Tensor1D;
  export function tensor2d(values: number[][]): Tensor2D;
  export function variable<T extends Tensor>(initial: T): Variable<T>;
  export function tidy<T>(scope: () => T): T;
  export function add(a: Tensor2D, b: Tensor): Tensor2D;
  export function matMul(a: Tensor2D, b: Tensor2D): Tensor2D;
  export function relu(x: Tensor2D): Tensor2D;
  export function sigmoid(x: Tensor2D): Tensor2D;
  export function softmax(x: Tensor2D): Tensor2D;
  export function transpose(x: Tensor2D): Tensor2D;
  export function tanh(x: Tensor2D): Tensor2D;
  export function setBackend(name: string): Promise<boolean>;
  export const losses: Record<
    "meanSquaredError" | "sigmoidCrossEntropy" | "softmaxCrossEntropy",
    (targets: Tensor2D, predictions: Tensor2D) => Scalar
  >;
  export interface Optimizer {
    minimize(loss: () => Scalar, returnCost: boolean, variables: Variable<Tensor>[]): void;
  }
  export const train: {
    sgd(rate: number): Optimizer;
    adam(rate: number, beta1: number, beta2: number, epsilon: number): Optimizer;
  };
}

declare module "virtual:other-build" {
  const module: typeof import("../../crates/sanhao-wasm/pkg/sanhao_wasm") | null;
  export default module;
}

declare module "virtual:tensorflow-playground" {
  export interface Node {
    bias: number;
    inputLinks: { weight: number }[];
  }
  type Activation = { readonly output: (input: number) => number };
  type Loss = { readonly error: (output: number, target: number) => number };
  export interface Core {
    Activations: Record<"TANH" | "RELU" | "SIGMOID" | "LINEAR", Activation>;
    Errors: { SQUARE: Loss };
    buildNetwork(sizes: number[], hidden: Activation, output: Activation, penalty: null, inputs: string[]): Node[][];
    forwardProp(network: Node[][], inputs: number[]): number;
    backProp(network: Node[][], target: number, loss: Loss): void;
    updateWeights(network: Node[][], rate: number, penalty: number): void;
  }
  const core: Core | null;
  export default core;
}
