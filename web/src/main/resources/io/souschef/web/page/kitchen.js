// The kitchen in 3-D: shapes and poses as the simulator has them (metres, z up), drawn with three.js.
import * as THREE from './three.module.min.js';
import { OrbitControls } from './OrbitControls.js';

const FLOOR = { light: 0xece7dd, dark: 0x3a3f49 };
const SKY = { light: 0xf3f5f8, dark: 0x14171d };
const GHOST = 0.45;
const MOST_PATH = 4000;

function geometry(shape) {
  if (shape.box) return new THREE.BoxGeometry(...shape.box);
  if (shape.cylinder) {
    const [radius, height] = shape.cylinder;
    // three.js draws cylinders about y, the simulator about z.
    return new THREE.CylinderGeometry(radius, radius, height, 28).rotateX(Math.PI / 2);
  }
  return new THREE.SphereGeometry(shape.sphere ? shape.sphere[0] : 0.03, 24, 16);
}

function place(mesh, pose) {
  mesh.position.set(pose[0], pose[1], pose[2]);
  mesh.quaternion.set(pose[3], pose[4], pose[5], pose[6]).normalize();
}

export class Kitchen {
  constructor(canvas, labels) {
    this.canvas = canvas;
    this.labelBox = labels;
    this.meshes = new Map();
    this.targets = new Map();
    this.labels = new Map();
    this.ghosts = [];
    this.places = [];
    this.path = [];
    this.walls = [];
    this.mode = 'room';
    this.showNames = true;
    this.showPath = true;
    this.believing = false;
    this.smooth = true;
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.scene = new THREE.Scene();
    this.renderer = new THREE.WebGLRenderer({ canvas, antialias: true, powerPreference: 'low-power' });
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = THREE.PCFSoftShadowMap;
    this.camera = new THREE.PerspectiveCamera(45, 1, 0.05, 60);
    this.camera.up.set(0, 0, 1);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableDamping = false;
    this.controls.maxPolarAngle = Math.PI / 2 - 0.02;
    this.controls.addEventListener('start', () => (this.turned = true));
    this.hemisphere = new THREE.HemisphereLight(0xffffff, 0xb8b0a4, 1.6);
    this.sun = new THREE.DirectionalLight(0xffffff, 2.2);
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(1024, 1024);
    this.sun.shadow.radius = 4;
    this.sun.shadow.normalBias = 0.02;
    this.scene.add(this.hemisphere, this.sun, this.sun.target);
    this.line = new THREE.Line(new THREE.BufferGeometry(), new THREE.LineBasicMaterial({ color: 0x2f6fb5 }));
    this.line.frustumCulled = false;
    this.reach = new THREE.Mesh(new THREE.RingGeometry(1.13, 1.15, 64), new THREE.MeshBasicMaterial({ color: 0x2f6fb5, transparent: true, opacity: 0.35 }));
    this.reach.visible = false;
    this.scene.add(this.line, this.reach);
    this.dark.addEventListener('change', () => this.paint());
    new ResizeObserver(() => this.dirty = true).observe(canvas);
    this.paint();
    this.dirty = true;
    const loop = (now) => {
      this.draw(now);
      requestAnimationFrame(loop);
    };
    requestAnimationFrame(loop);
  }

  paint() {
    const tone = this.dark.matches ? 'dark' : 'light';
    this.scene.background = new THREE.Color(SKY[tone]);
    if (this.floor) this.floor.material.color.set(FLOOR[tone]);
    this.hemisphere.intensity = this.dark.matches ? 1.1 : 1.6;
    this.dirty = true;
  }

  // What does not move.
  room(kitchen) {
    this.kinds = kitchen.kinds || {};
    this.size = [kitchen.length, kitchen.width];
    const [l, w] = this.size;
    if (this.built) this.scene.remove(this.built);
    this.built = new THREE.Group();
    this.walls = [];
    this.floor = new THREE.Mesh(new THREE.PlaneGeometry(l, w), new THREE.MeshStandardMaterial({ roughness: 0.95 }));
    this.floor.position.set(l / 2, w / 2, 0);
    this.floor.receiveShadow = true;
    this.built.add(this.floor);
    for (const shape of kitchen.fixed) {
      const mesh = this.mesh(shape);
      if (shape.id.startsWith('walls/')) {
        mesh.castShadow = false;
        this.walls.push(mesh);
      }
      this.built.add(mesh);
    }
    this.scene.add(this.built);
    this.sun.position.set(l * 0.35, w * 0.2, 6);
    this.sun.target.position.set(l / 2, w / 2, 0);
    const span = Math.max(l, w) * 0.75;
    Object.assign(this.sun.shadow.camera, { left: -span, right: span, top: span, bottom: -span, near: 0.5, far: 14 });
    this.sun.shadow.camera.updateProjectionMatrix();
    this.places = kitchen.places;
    for (const [key, label] of this.labels) {
      label.element.remove();
      this.labels.delete(key);
    }
    for (const spot of kitchen.places) {
      this.label('place:' + spot.name, spot.name, 'place');
    }
    this.look('room');
    this.paint();
  }

  mesh(shape, ghost) {
    const material = new THREE.MeshStandardMaterial({ color: shape.color, roughness: 0.75, transparent: !!ghost, opacity: ghost ? GHOST : 1 });
    const mesh = new THREE.Mesh(geometry(shape), material);
    mesh.castShadow = !ghost;
    mesh.receiveShadow = !ghost;
    mesh.name = shape.id;
    if (shape.pose) place(mesh, shape.pose);
    return mesh;
  }

  // What moved, came and went. `jump` draws it at once, without gliding there.
  change(frame, jump) {
    for (const shape of frame.new || []) {
      this.drop(shape.id);
      const mesh = this.mesh(shape);
      mesh.userData.thing = !/^robot\//.test(shape.id) && !/\//.test(shape.id) && !/^block-/.test(shape.id);
      this.meshes.set(shape.id, mesh);
      this.targets.set(shape.id, shape.pose);
      this.scene.add(mesh);
      if (mesh.userData.thing) {
        mesh.visible = !this.believing;
        mesh.userData.top = (shape.box ? shape.box[2] : shape.cylinder ? shape.cylinder[1] : 2 * shape.sphere[0]) / 2;
        this.label('thing:' + shape.id, shape.id, 'thing');
      }
    }
    for (const [id, pose] of Object.entries(frame.poses || {})) {
      this.targets.set(id, pose);
      const mesh = this.meshes.get(id);
      if (mesh && (jump || !this.smooth)) place(mesh, pose);
    }
    for (const id of frame.gone || []) this.drop(id);
    const base = this.targets.get('robot/base');
    if (base) this.drive(base);
    this.dirty = true;
  }

  drive(base) {
    const last = this.path[this.path.length - 1];
    if (!last || Math.hypot(last.x - base[0], last.y - base[1]) > 0.03) {
      this.path.push(new THREE.Vector3(base[0], base[1], 0.01));
      if (this.path.length > MOST_PATH) this.path.shift();
      this.line.geometry.dispose();
      this.line.geometry = new THREE.BufferGeometry().setFromPoints(this.path);
    }
    this.reach.position.set(base[0], base[1], 0.012);
  }

  forgetPath() {
    this.path = [];
    this.line.geometry.dispose();
    this.line.geometry = new THREE.BufferGeometry();
    this.dirty = true;
  }

  drop(id) {
    const mesh = this.meshes.get(id);
    if (mesh) {
      this.scene.remove(mesh);
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
    this.meshes.delete(id);
    this.targets.delete(id);
    this.unlabel('thing:' + id);
  }

  clear() {
    for (const id of [...this.meshes.keys()]) this.drop(id);
    this.forgetPath();
  }

  // What the robot believes: an observation of its trace.
  believe(observation) {
    this.observation = observation;
    for (const ghost of this.ghosts) {
      this.scene.remove(ghost);
      this.unlabel('ghost:' + ghost.name);
    }
    this.ghosts = [];
    const unseen = new Set((observation ? observation.places : []).filter((p) => p.lastLookedS === null || p.lastLookedS === undefined).map((p) => p.place.name));
    for (const spot of this.places) {
      const label = this.labels.get('place:' + spot.name);
      if (label) {
        const marked = this.believing && unseen.has(spot.name);
        label.element.classList.toggle('unseen', marked);
        label.element.textContent = marked ? spot.name + ': not looked into' : spot.name;
      }
    }
    if (observation && this.believing) {
      // Where it would have to look: a veil over every place that it has not looked into.
      for (const spot of this.places) {
        if (!unseen.has(spot.name) || !spot.length) continue;
        const veil = this.mesh({ box: [spot.length, spot.width, 0.02], id: 'unseen ' + spot.name, color: '#d9822b', pose: [...spot.pose] }, true);
        veil.position.z += 0.02;
        this.ghosts.push(veil);
        this.scene.add(veil);
      }
      for (const object of [...observation.objects, ...(observation.held ? [observation.held] : [])]) {
        const kind = this.kinds[object.kind] || { box: [object.lengthM, object.widthM, object.heightM], color: '#9aa4b2' };
        const p = object.pose;
        const ghost = this.mesh({ ...kind, id: object.id, pose: [p.x, p.y, p.z, p.qx, p.qy, p.qz, p.qw] }, !object.visible);
        ghost.userData.top = object.heightM / 2;
        this.ghosts.push(ghost);
        this.scene.add(ghost);
        this.label('ghost:' + object.id, object.id, 'thing');
      }
    }
    for (const [id, mesh] of this.meshes) {
      if (mesh.userData.thing) mesh.visible = !this.believing;
    }
    this.dirty = true;
  }

  setBelieving(on) {
    this.believing = on;
    this.believe(this.observation);
  }

  label(key, text, kind) {
    this.unlabel(key);
    const element = document.createElement('span');
    element.className = 'label ' + kind;
    element.textContent = text;
    this.labelBox.append(element);
    this.labels.set(key, { element, kind, key });
  }

  unlabel(key) {
    const label = this.labels.get(key);
    if (label) label.element.remove();
    this.labels.delete(key);
  }

  look(mode) {
    this.mode = mode;
    this.turned = false;
    const [l, w] = this.size || [6, 5];
    this.controls.enabled = mode === 'room' || mode === 'follow';
    this.camera.up.set(0, mode === 'top' ? 1 : 0, mode === 'top' ? 0 : 1);
    if (mode === 'room') {
      this.fit(l, w);
    } else if (mode === 'top') {
      this.camera.position.set(l / 2, w / 2, Math.max(w, l / this.camera.aspect) * 1.25);
      this.camera.lookAt(l / 2, w / 2, 0);
    } else if (mode === 'follow') {
      const base = this.targets.get('robot/base') || [l / 2, w / 2, 0];
      this.controls.target.set(base[0], base[1], 0.6);
      this.camera.position.set(base[0] + 1.4, base[1] - 2.2, 2.3);
    }
    this.dirty = true;
  }

  // From the missing southern wall, as near as the whole floor and what stands on it can be seen.
  fit(l, w) {
    const target = new THREE.Vector3(l / 2, w * 0.45, 0.2);
    const away = new THREE.Vector3(0.02, -0.78, 0.72).normalize();
    const corners = [];
    for (const x of [0, l]) for (const y of [0, w]) for (const z of y ? [0, 1.5] : [0]) corners.push(new THREE.Vector3(x, y, z));
    this.camera.up.set(0, 0, 1);
    // Bars lie over the upper and the lower edge.
    const free = Math.max(0.5, 1 - 130 / Math.max(1, this.canvas.clientHeight));
    for (let distance = 2; distance < 40; distance *= 1.03) {
      this.camera.position.copy(target).addScaledVector(away, distance);
      this.camera.lookAt(target);
      this.camera.updateMatrixWorld();
      const seen = (corner) => {
        const p = corner.clone().project(this.camera);
        return Math.abs(p.x) < 0.98 && Math.abs(p.y) < free && p.z < 1;
      };
      if (corners.every(seen)) break;
    }
    this.controls.target.copy(target);
  }

  followRobot() {
    const base = this.meshes.get('robot/base');
    const head = this.meshes.get('robot/head');
    if (this.mode === 'follow' && base) {
      const goal = new THREE.Vector3(base.position.x, base.position.y, 0.6);
      const shift = goal.sub(this.controls.target);
      this.controls.target.add(shift);
      this.camera.position.add(shift);
    } else if (this.mode === 'robot' && base && head) {
      const forward = new THREE.Vector3(1, 0, 0).applyQuaternion(base.quaternion);
      this.camera.position.copy(head.position).addScaledVector(forward, 0.08);
      this.camera.lookAt(head.position.clone().addScaledVector(forward, 1).setZ(head.position.z - 0.55));
    }
  }

  draw(now) {
    const elapsed = Math.min(0.1, (now - (this.lastNow || now)) / 1000);
    this.lastNow = now;
    let moved = this.dirty;
    if (this.smooth) {
      const part = 1 - Math.exp(-elapsed * 25);
      for (const [id, pose] of this.targets) {
        const mesh = this.meshes.get(id);
        if (!mesh) continue;
        const far = Math.abs(mesh.position.x - pose[0]) + Math.abs(mesh.position.y - pose[1]) + Math.abs(mesh.position.z - pose[2]);
        const turned = 1 - Math.abs(mesh.quaternion.x * pose[3] + mesh.quaternion.y * pose[4] + mesh.quaternion.z * pose[5] + mesh.quaternion.w * pose[6]);
        if (far < 0.0004 && turned < 1e-6) continue;
        moved = true;
        if (far > 0.8) {
          place(mesh, pose);
        } else {
          mesh.position.lerp(new THREE.Vector3(pose[0], pose[1], pose[2]), part);
          mesh.quaternion.slerp(new THREE.Quaternion(pose[3], pose[4], pose[5], pose[6]).normalize(), part);
        }
      }
    }
    const eye = this.camera.position.clone();
    this.followRobot();
    if (this.controls.enabled) this.controls.update();
    if (!moved && eye.equals(this.camera.position) && !this.turning()) return;
    this.dirty = false;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    if (width && height && (this.canvas.width !== Math.floor(width * ratio) || this.canvas.height !== Math.floor(height * ratio))) {
      this.renderer.setPixelRatio(ratio);
      this.renderer.setSize(width, height, false);
      this.camera.aspect = width / height;
      this.camera.updateProjectionMatrix();
      // Whoever has not turned it sees all of it, also when a phone is turned or a window pulled.
      if (!this.turned && (this.mode === 'room' || this.mode === 'top')) {
        this.look(this.mode);
        this.dirty = false;
      }
    }
    this.hideWalls();
    this.line.visible = this.showPath && this.path.length > 1;
    this.renderer.render(this.scene, this.camera);
    this.frames = (this.frames || 0) + 1;
    this.drawLabels(width, height);
  }

  turning() {
    const now = this.camera.matrixWorld.elements.join();
    const before = this.lastView;
    this.camera.updateMatrixWorld();
    this.lastView = this.camera.matrixWorld.elements.join();
    return now !== this.lastView || before !== this.lastView;
  }

  // Walls between the eye and the room are left out, as in a stage set.
  hideWalls() {
    const [l, w] = this.size || [6, 5];
    for (const wall of this.walls) {
      const out = new THREE.Vector3(wall.position.x - l / 2, wall.position.y - w / 2, 0);
      const eye = new THREE.Vector3(this.camera.position.x - wall.position.x, this.camera.position.y - wall.position.y, 0);
      wall.visible = this.mode === 'robot' || (this.mode !== 'top' && out.dot(eye) <= 0);
    }
  }

  drawLabels(width, height) {
    const taken = [];
    const point = new THREE.Vector3();
    // The names of places first: they say where everything is.
    for (const label of [...this.labels.values()].sort((a, b) => (a.kind === 'place' ? 0 : 1) - (b.kind === 'place' ? 0 : 1))) {
      const { element, key } = label;
      let shown = this.showNames && this.mode !== 'robot';
      if (shown) {
        shown = this.anchor(key, point);
      }
      if (shown) {
        point.project(this.camera);
        const x = (point.x + 1) / 2 * width;
        const y = (1 - point.y) / 2 * height;
        const half = 3.4 * element.textContent.length + 6;
        const box = [x - half, y - 9, x + half, y + 9];
        shown = point.z < 1 && x - half > 0 && y > 50 && x + half < width && y < height - 60
          && !taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]);
        if (shown) {
          taken.push(box);
          element.style.transform = 'translate(-50%, -50%) translate(' + x.toFixed(1) + 'px,' + y.toFixed(1) + 'px)';
        }
      }
      element.style.visibility = shown ? 'visible' : 'hidden';
    }
  }

  anchor(key, point) {
    const name = key.slice(key.indexOf(':') + 1);
    if (key.startsWith('place:')) {
      const spot = this.places.find((p) => p.name === name);
      if (!spot) return false;
      const at = spot.label || spot.pose;
      point.set(at[0], at[1], at[2]);
      return true;
    }
    if (key.startsWith('ghost:') ? !this.believing : this.believing) return false;
    const mesh = key.startsWith('ghost:') ? this.ghosts.find((g) => g.name === name) : this.meshes.get(name);
    if (!mesh) return false;
    point.copy(mesh.position);
    point.z += (mesh.userData.top || 0.05) + 0.05;
    return true;
  }

  // What is under the pointer: a thing, a door, or a point of the room.
  pick(event, ignore) {
    const box = this.canvas.getBoundingClientRect();
    const spot = new THREE.Vector2((event.clientX - box.left) / box.width * 2 - 1, 1 - (event.clientY - box.top) / box.height * 2);
    const ray = new THREE.Raycaster();
    ray.setFromCamera(spot, this.camera);
    const solid = [...this.meshes.values(), ...(this.built ? this.built.children : [])].filter((m) => m.visible && m.name !== ignore);
    const hit = ray.intersectObjects(solid, false)[0];
    return hit ? { id: hit.object.name, thing: !!hit.object.userData.thing, at: hit.point } : null;
  }

  // Where a thing, or a point of the room, is in the window, pixels.
  spot(id) {
    const mesh = this.meshes.get(id);
    return mesh ? this.inWindow(mesh.position.toArray()) : null;
  }

  inWindow(point) {
    const box = this.canvas.getBoundingClientRect();
    const at = new THREE.Vector3(...point).project(this.camera);
    return { x: box.left + (at.x + 1) / 2 * box.width, y: box.top + (1 - at.y) / 2 * box.height };
  }

  // Draws a thing where it is being dragged to.
  carry(id, point) {
    const mesh = this.meshes.get(id);
    if (mesh) {
      this.targets.set(id, [point.x, point.y, point.z + mesh.userData.top, mesh.quaternion.x, mesh.quaternion.y, mesh.quaternion.z, mesh.quaternion.w]);
      this.dirty = true;
    }
  }
}
