#!/usr/bin/env python3
"""Trains the language model's network on an accelerator: the network, loss and schedule of
io.souschef.training.language.model (PrefixLanguageModel, Batch, AdamW, Schedule) in PyTorch.

  train.py pack   FOLDER PACK             what `souschef train say --prepare FOLDER` wrote -> one small file
  train.py train  PACK OUT MINUTES        on the machine with the accelerator (numpy, torch)
  train.py unpack FOLDER OUT WEIGHTS.bin  trained parameters -> for `souschef train say --weights WEIGHTS.bin --rounds 0`
"""
import json, lzma, math, pathlib, queue, sys, threading, time
import numpy as np

FROZEN = ("words", "output.b")


def shapes(sizes):
    vocabulary, positions, width, heads, inner, layers = (int(s) for s in sizes)
    out = {"words": (vocabulary, width), "positions": (positions, width)}

    def norm(name):
        out[name + ".g"] = (width,)
        out[name + ".b"] = (width,)

    def linear(name, o, i):
        out[name + ".w"] = (o, i)
        out[name + ".b"] = (o,)

    norm("embedding_norm")
    for i in range(layers):
        linear(f"layer{i}.qkv", 3 * width, width)
        linear(f"layer{i}.out", width, width)
        norm(f"layer{i}.norm1")
        linear(f"layer{i}.up", inner, width)
        linear(f"layer{i}.down", width, inner)
        norm(f"layer{i}.norm2")
    linear("head", width, width)
    norm("head_norm")
    out["output.b"] = (vocabulary,)
    return out


def load(file):
    sizes = np.fromfile(file, ">i4", 6).astype(int)
    data, values, at = np.fromfile(file, ">f4", offset=24), {}, 0
    for name, shape in shapes(sizes).items():
        n = math.prod(shape)
        values[name] = data[at:at + n].reshape(shape).astype(np.float32)
        at += n
    assert at == len(data), "weights.bin has another shape"
    return sizes, values


def pack(folder, file):
    """Half-precision parameters, the rows of the words in use, and all sequences, compressed together."""
    folder = pathlib.Path(folder)
    sizes, values = load(folder / "weights.bin")
    ids = np.fromfile(folder / "ids.u16", "<u2")
    output = np.fromfile(folder / "output.i32", "<i4")
    used = np.unique(np.concatenate([ids.astype(np.int32), output]))
    place = np.zeros(len(values["words"]), np.uint16)
    place[used] = np.arange(len(used))
    arrays = {"p:" + n: v.astype(np.float16) for n, v in values.items() if n not in FROZEN}
    arrays.update(sizes=sizes, ids=place[ids], meta=np.fromfile(folder / "meta.i32", "<i4").astype(np.uint16),
                  output=place[output], words=values["words"][used].astype(np.float16), bias=values["output.b"][output])
    with lzma.open(file, "wb", preset=6) as out:
        np.savez(out, **arrays)
    print(f"{pathlib.Path(file).stat().st_size / 1e6:.1f} MB, {len(ids):,} tokens, {len(used)} words")


class Sequences:
    """All sequences, and batches of like length in random order."""

    def __init__(self, d):
        meta = d["meta"].astype(np.int64)
        starts, at = [], 0
        while at < len(meta):
            starts.append(at)
            at += 3 + 2 * meta[at + 2]
        starts = np.array(starts)
        self.ids = d["ids"].astype(np.int64)
        self.length, self.prefix = meta[starts], meta[starts + 1]
        self.begin = np.concatenate([[0], np.cumsum(self.length)[:-1]])
        self.said = np.zeros(len(self.ids), bool)  # the tokens that are to be predicted
        for s, b in zip(starts, self.begin):
            for k in range(meta[s + 2]):
                f, t = meta[s + 3 + 2 * k:s + 5 + 2 * k]
                self.said[b + f:b + t] = True

    def batches(self, tokens, rng):
        order = np.argsort(self.length + rng.random(len(self.length)) * 3, kind="stable")
        groups, at = [], 0
        while at < len(order):
            n = max(1, int(tokens // self.length[order[min(len(order) - 1, at + 8)]]))
            while n > 1 and self.length[order[min(len(order), at + n) - 1]] * n > tokens * 1.1:
                n = int(n * 0.9)
            groups.append(order[at:at + n])
            at += n
        rng.shuffle(groups)
        return groups

    def batch(self, group):
        n, begin = self.length[group] - 1, self.begin[group]
        width = int(n.max())
        column = np.arange(width)[None]
        inside = column < n[:, None]
        at = np.where(inside, begin[:, None] + column, 0)
        x = np.where(inside, self.ids[at], 0)
        ahead = np.where(inside, at + 1, 0)
        wanted = inside & self.said[ahead]
        return x, self.prefix[group], np.flatnonzero(wanted), self.ids[ahead[wanted]]


def train(file, out, minutes, tokens=49152, peak=7e-4, dropout=0.1, seed=1):
    import torch
    import torch.nn.functional as F
    begin = time.time()
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    dev = "cuda" if torch.cuda.is_available() else "cpu"
    tokens = tokens if dev == "cuda" else 1500
    with lzma.open(file) as packed:
        d = dict(np.load(packed))
    heads, layers = int(d["sizes"][3]), int(d["sizes"][5])
    P = {k[2:]: torch.tensor(d[k].astype(np.float32), device=dev, requires_grad=True) for k in d if k.startswith("p:")}
    words = torch.tensor(d["words"].astype(np.float32), device=dev)
    bias = torch.tensor(d["bias"], device=dev)
    output = d["output"].astype(np.int64)
    head_words = words[torch.tensor(output, device=dev)]
    index = np.zeros(len(words), np.int64)
    index[output] = np.arange(len(output))
    sequences = Sequences(d)
    print(f"{len(sequences.length):,} sequences read after {time.time() - begin:.0f} s", flush=True)
    ready = queue.Queue(24)

    def feed():
        epoch = 0
        while True:
            for group in sequences.batches(tokens, rng):
                x, prefix, rows, targets = sequences.batch(group)
                ready.put((epoch, torch.from_numpy(x), torch.from_numpy(prefix), torch.from_numpy(rows), torch.from_numpy(index[targets])))
            epoch += 1

    threading.Thread(target=feed, daemon=True).start()

    def norm(x, n):
        return F.layer_norm(x.float(), x.shape[-1:], P[n + ".g"], P[n + ".b"], 1e-12)

    def linear(x, n):
        return F.linear(x, P[n + ".w"], P[n + ".b"])

    def drop(x):
        return F.dropout(x, dropout)

    def loss_of(x, prefix, rows, targets):
        B, T = x.shape
        t = torch.arange(T, device=dev)
        mask = (t[None, None] < torch.maximum(prefix[:, None, None], t[None, :, None] + 1))[:, None]
        h = drop(norm(words[x] + P["positions"][:T], "embedding_norm"))
        for i in range(layers):
            q, k, v = linear(h, f"layer{i}.qkv").view(B, T, 3, heads, -1).permute(2, 0, 3, 1, 4)
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(B, T, -1)
            h = norm(h + drop(linear(a, f"layer{i}.out")), f"layer{i}.norm1")
            h = norm(h + drop(linear(F.gelu(linear(h, f"layer{i}.up")), f"layer{i}.down")), f"layer{i}.norm2")
        top = norm(F.gelu(linear(h.reshape(B * T, -1)[rows], "head")), "head_norm")
        return F.cross_entropy((top @ head_words.T).float() + bias, targets)

    matrices = [p for n, p in P.items() if n.endswith(".w")]
    others = [p for n, p in P.items() if not n.endswith(".w")]
    opt = torch.optim.AdamW([{"params": matrices, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}],
                            lr=peak, betas=(0.9, 0.98), eps=1e-8)
    start, seconds = time.time(), 60 * float(minutes)
    seen, updates, smooth, last, epoch = 0, 0, None, time.time(), 0
    while (share := (time.time() - start) / seconds) < 1:
        epoch, *arrays = ready.get()
        x, prefix, rows, targets = (a.to(dev, non_blocking=True) for a in arrays)
        for g in opt.param_groups:
            g["lr"] = peak * min(1, (share + 1e-4) / 0.04, max(0.01, (1 - share) / 0.96))
        with torch.autocast(dev, torch.bfloat16, enabled=dev == "cuda"):
            loss = loss_of(x, prefix, rows, targets)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(P.values()), 1.0)
        opt.step()
        seen += x.numel()
        updates += 1
        if time.time() - last > 10:
            value = loss.item()
            smooth = value if smooth is None else 0.7 * smooth + 0.3 * value
            last = time.time()
            print(f"{share:5.1%} epoch {epoch} update {updates} loss {smooth:.4f}, {seen / (last - start):,.0f} tokens/s, queue {ready.qsize()}", flush=True)
    pathlib.Path(out).mkdir(parents=True, exist_ok=True)
    names = sorted(P)
    half = len(names) // 2
    for i, part in enumerate((names[:half], names[half:])):
        np.savez(f"{out}/part{i}.npz", **{n: P[n].detach().cpu().numpy().astype(np.float16) for n in part})
    card = {"tokens": seen, "updates": updates, "epochs": epoch + 1, "loss": smooth, "minutes": float(minutes),
            "sequences": len(sequences.length), "device": torch.cuda.get_device_name() if dev == "cuda" else "cpu"}
    pathlib.Path(out, "card.json").write_text(json.dumps(card))
    print(card)


def unpack(folder, out, file):
    sizes, values = load(pathlib.Path(folder, "weights.bin"))
    for part in sorted(pathlib.Path(out).glob("part*.npz")):
        for name, value in np.load(part).items():
            values[name] = value.astype(np.float32)
    with open(file, "wb") as f:
        np.asarray(sizes, ">i4").tofile(f)
        for name in shapes(sizes):
            np.asarray(values[name], ">f4").tofile(f)


if __name__ == "__main__":
    {"pack": pack, "train": train, "unpack": unpack}[sys.argv[1]](*sys.argv[2:])
