// What was seen so far, so that the scene can go back to a step: changes one after the other, as they came.
const GRAIN_S = 0.1;
const MOST = 12000;

function join(earlier, later) {
  const gone = new Set(later.gone || []);
  const born = new Set((later.new || []).map((shape) => shape.id));
  const out = (id) => !gone.has(id) && !born.has(id);
  const poses = Object.fromEntries(Object.entries(earlier.poses || {}).filter(([id]) => out(id)));
  return {
    t: later.t,
    new: [...(earlier.new || []).filter((shape) => out(shape.id)), ...(later.new || [])],
    poses: Object.assign(poses, later.poses),
    gone: [...new Set([...(earlier.gone || []).filter((id) => !born.has(id)), ...gone])],
  };
}

export class History {
  constructor() {
    this.clear();
  }

  clear() {
    this.frames = [];
    this.dropped = 0;
  }

  // A mark for now, to go back to.
  mark() {
    return this.dropped + this.frames.length;
  }

  add(frame) {
    const last = this.frames[this.frames.length - 1];
    const plain = !(frame.new || []).length && !(frame.gone || []).length;
    // A mark may stand behind the last one, which is then complete.
    if (last && plain && last.t <= frame.t && frame.t - (last.from ?? last.t) < GRAIN_S && this.marked !== this.mark()) {
      Object.assign((last.poses ||= {}), frame.poses);
      last.from ??= last.t;
      last.t = frame.t;
    } else {
      this.frames.push({ ...frame, poses: { ...frame.poses } });
    }
    if (this.frames.length > MOST) {
      const old = this.frames.splice(0, MOST / 2).reduce(join);
      this.frames.unshift(old);
      this.dropped += MOST / 2 - 1;
    }
  }

  // Remembers the moment: what comes later is kept apart from it.
  stop() {
    this.marked = this.mark();
    return this.marked;
  }

  // All that had come until a mark.
  until(mark) {
    return this.frames.slice(0, Math.max(1, mark - this.dropped));
  }
}
