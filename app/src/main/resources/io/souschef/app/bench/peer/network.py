"""The shipped network in Python's ONNX Runtime on one thread: a prompt once, then all skills in
batches over its keys and values. Only the lengths of the texts matter for the time."""
import json
import sys
import time

import numpy as np
import onnxruntime as ort

work = json.load(open(sys.argv[1]))
options = ort.SessionOptions()
options.intra_op_num_threads = options.inter_op_num_threads = 1
session = ort.InferenceSession(work["model"], options, providers=["CPUExecutionProvider"])
pasts = [i for i in session.get_inputs() if i.name.startswith("past_key_values.")]
names = [o.name for o in session.get_outputs()]
common = session.get_modelmeta().custom_metadata_map["common_tokens"].split(",")
outputs = np.arange(1000, 1000 + len(common) + work["words"], dtype=np.int64)
prompt = work["prompt"]
HIDDEN = np.float32(-1e4)


def run(ids, positions, bias, past):
    feed = {"input_ids": ids, "position_ids": positions, "attention_bias": bias, "output_ids": outputs}
    feed.update(past)
    return dict(zip(names, session.run(None, feed)))


def prompted():
    past = {i.name: np.zeros((1, i.shape[1], 0, i.shape[3]), np.float32) for i in pasts}
    ids = np.full((1, prompt), 2000, np.int64)
    positions = np.arange(prompt, dtype=np.int64)[None]
    return run(ids, positions, np.zeros((1, 1, prompt, prompt), np.float32), past)


def scores(lengths, first):
    count, longest = len(lengths), max(lengths)
    past = {
        i.name: np.repeat(first[i.name.replace("past_key_values", "present")], count, axis=0)
        for i in pasts
    }
    bias = np.zeros((count, 1, longest, prompt + longest), np.float32)
    bias[:, :, :, prompt:] = np.triu(np.full((longest, longest), HIDDEN), 1)
    positions = np.tile(np.arange(prompt, prompt + longest, dtype=np.int64), (count, 1))
    logits = run(np.full((count, longest), 2001, np.int64), positions, bias, past)["logits"]
    top = logits.max(-1, keepdims=True)
    logs = logits - top - np.log(np.exp(logits - top).sum(-1, keepdims=True))
    return [logs[i, :n, 0].sum() for i, n in enumerate(lengths)]


def all_scores():
    first = prompted()
    lengths, batch = sorted(work["skills"]), work["batch"]
    return [s for i in range(0, len(lengths), batch) for s in scores(lengths[i : i + batch], first)]


all_scores()
times = []
for _ in range(work["repetitions"]):
    start = time.process_time()
    all_scores()
    times.append(1e3 * (time.process_time() - start))
print(json.dumps({"ms": sorted(times)[len(times) // 2], "version": ort.__version__}))
