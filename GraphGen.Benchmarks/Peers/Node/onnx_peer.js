"use strict";

/*
 * ONNX Runtime's side of the comparison: predictions of an exported network by one thread, through the package onnxruntime-node.
 * The package's own `run` is asynchronous, which would cost a turn of the event loop for every prediction: what is timed is the
 * synchronous call of its native binding below it, on tensors that exist before and receive the outputs.
 *
 * The one argument is the folder with the network (model.onnx, and network.json, of which only the batch is read) and the rows
 * (inputs.f32, raw numbers). The package is looked for in NODE_PATH and where this command puts it, without running its scripts,
 * because it contains its native library:
 *
 * npm install --ignore-scripts --prefix ~/.cache/graphgen-benchmarks onnxruntime-node
 *
 * The first line written is `ready` with the versions, or `missing` with the package. Then each line read is answered by one:
 *
 * outputs N           the predictions for the first N rows
 * predict N           the seconds of N predictions of one row
 * predict-batches N   the seconds of N predictions of one batch
 */

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const readline = require("node:readline");

const PACKAGE = "onnxruntime-node";
const CACHE = path.join(os.homedir(), ".cache", "graphgen-benchmarks");

function answer(text) {
    fs.writeSync(process.stdout.fd, `${text}\n`);
}

class Peer {
    constructor(runtime, binding, folder) {
        this.runtime = runtime;
        const { batch } = JSON.parse(fs.readFileSync(path.join(folder, "network.json"), "utf8"));
        this.session = new binding.InferenceSession();
        this.session.loadModel(path.join(folder, "model.onnx"), {
            graphOptimizationLevel: "all",
            executionMode: "sequential",
            intraOpNumThreads: 1,
            interOpNumThreads: 1,
        });
        this.input = this.describe(this.session.inputMetadata);
        this.output = this.describe(this.session.outputMetadata);
        const bytes = fs.readFileSync(path.join(folder, "inputs.f32"));
        const rows = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / Float32Array.BYTES_PER_ELEMENT);
        this.singles = this.split(rows, 1);
        this.batches = this.split(rows, batch);
    }

    describe([{ name, shape }]) {
        return { name, columns: shape[1] };
    }

    /** The rows in tensors of so many, and one tensor for the outputs of any of them: whole calls' arguments. */
    split(values, rows) {
        const size = rows * this.input.columns;
        const fetches = { [this.output.name]: this.tensor(new Float32Array(rows * this.output.columns), rows) };
        const feeds = [];
        for (let start = 0; start + size <= values.length; start += size) {
            feeds.push({ [this.input.name]: this.tensor(values.subarray(start, start + size), rows) });
        }
        return { feeds, fetches, outputs: fetches[this.output.name].data };
    }

    tensor(values, rows) {
        return new this.runtime.Tensor("float32", values, [rows, values.length / rows]);
    }

    answerOutputs(count) {
        const { feeds, fetches, outputs } = this.singles;
        const predictions = [];
        for (let index = 0; index < count; index++) {
            this.session.run(feeds[index], fetches, {});
            predictions.push(...outputs);
        }
        return predictions.join(" ");
    }

    /** An untimed prediction first brings the network back into the caches. What was computed is added up and looked at. */
    answerSeconds({ feeds, fetches, outputs }, count) {
        const session = this.session, options = {}, last = outputs.length - 1;
        session.run(feeds[0], fetches, options);
        let computed = 0;
        const start = process.hrtime.bigint();
        for (let index = 0; index < count; index++) {
            session.run(feeds[index % feeds.length], fetches, options);
            computed += outputs[last];
        }
        const seconds = Number(process.hrtime.bigint() - start) * 1e-9;
        if (!Number.isFinite(computed)) {
            throw new Error(`the results add up to ${computed}: what was timed is not the intended work`);
        }
        return String(seconds);
    }

    answerTo(command, count) {
        switch (command) {
            case "outputs":
                return this.answerOutputs(count);
            case "predict":
                return this.answerSeconds(this.singles, count);
            case "predict-batches":
                return this.answerSeconds(this.batches, count);
            default:
                throw new Error(`the command '${command}' is not known here: ONNX Runtime predicts only`);
        }
    }
}

/** A module of the package, or null where the package is not installed. */
function load(module) {
    try {
        return require(require.resolve(module, { paths: [CACHE] }));
    } catch (error) {
        if (error.code === "MODULE_NOT_FOUND") {
            return null;
        }
        throw error;
    }
}

function main(folder) {
    const runtime = load(PACKAGE), internals = load(`${PACKAGE}/dist/binding`);
    if (runtime === null || internals === null) {
        answer(`missing the npm package ${PACKAGE}`);
        return;
    }

    internals.initOrt();
    const peer = new Peer(runtime, internals.binding, folder);
    answer(`ready ONNX Runtime ${runtime.env.versions.node}, called synchronously from Node.js ${process.versions.node}`);
    readline.createInterface({ input: process.stdin }).on("line", (line) => {
        const [command, argument] = line.split(" ");
        answer(peer.answerTo(command, Number(argument)));
    });
}

main(process.argv[2]);
