"""Steps of a kitchen in another engine: the same solids, steps and pushes, twice a second."""
import json
import random
import sys
import time

work = json.load(open(sys.argv[1]))
EVERY = 60
random.seed(1)
kicks = lambda: (random.uniform(-0.2, 0.2), random.uniform(-0.2, 0.2), 0.3)


def mujoco_world():
    import mujoco

    def geom(solid):
        x, y, z = solid["size"]
        size = {"box": (x / 2, y / 2, z / 2), "ball": (x / 2,), "cylinder": (x / 2, z / 2)}
        kind = {"box": "box", "ball": "sphere", "cylinder": "cylinder"}[solid["shape"]]
        text = " ".join(map(str, size[solid["shape"]]))
        mass = f' mass="{solid["mass"]}"' if "mass" in solid else ""
        friction = solid.get("friction", 0.8)
        return f'<geom type="{kind}" size="{text}"{mass} friction="{friction}"'

    def frame(solid):
        at, turn = (" ".join(map(str, solid[k])) for k in ("at", "turn"))
        return f'pos="{at}" quat="{turn}"'

    fixed = "".join(f'{geom(s)} {frame(s)} contype="1" conaffinity="2"/>' for s in work["fixed"])
    loose = "".join(
        f'<body {frame(s)}><freejoint/>{geom(s)} contype="2" conaffinity="3"/></body>'
        for s in work["loose"]
    )
    model = mujoco.MjModel.from_xml_string(
        f'<mujoco><option timestep="{work["stepS"]}"/><worldbody>'
        f'<geom type="plane" size="20 20 1" contype="1" conaffinity="2"/>{fixed}{loose}'
        "</worldbody></mujoco>"
    )
    data = mujoco.MjData(model)

    def push():
        for i in range(len(work["loose"])):
            data.qvel[6 * i : 6 * i + 3] += kicks()

    return push, lambda: mujoco.mj_step(model, data)


def bullet_world():
    import pybullet as p

    p.connect(p.DIRECT)
    p.setGravity(0, 0, -9.81)
    p.setPhysicsEngineParameter(fixedTimeStep=work["stepS"])

    def body(solid):
        x, y, z = solid["size"]
        if solid["shape"] == "box":
            shape = p.createCollisionShape(p.GEOM_BOX, halfExtents=(x / 2, y / 2, z / 2))
        elif solid["shape"] == "ball":
            shape = p.createCollisionShape(p.GEOM_SPHERE, radius=x / 2)
        else:
            shape = p.createCollisionShape(p.GEOM_CYLINDER, radius=x / 2, height=z)
        w, i, j, k = solid["turn"]
        made = p.createMultiBody(solid.get("mass", 0), shape, -1, solid["at"], (i, j, k, w))
        p.changeDynamics(made, -1, lateralFriction=solid.get("friction", 0.8))
        return made

    p.createMultiBody(0, p.createCollisionShape(p.GEOM_PLANE))
    for solid in work["fixed"]:
        body(solid)
    loose = [body(solid) for solid in work["loose"]]

    def push():
        for each in loose:
            linear, angular = p.getBaseVelocity(each)
            kick = kicks()
            p.resetBaseVelocity(each, [a + b for a, b in zip(linear, kick)], angular)

    return push, p.stepSimulation


push, step = mujoco_world() if work["engine"] == "MuJoCo" else bullet_world()


def steps(count):
    for index in range(count):
        if index % EVERY == 0:
            push()
        step()


steps(work["steps"] // 4)
start = time.process_time()
steps(work["steps"])
print(json.dumps({"perSecond": work["steps"] / (time.process_time() - start)}))
