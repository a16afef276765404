/*
 * A ROS 2 node of another make, for tests: Cyclone DDS in C, in the mapping of rmw_cyclonedds.
 *
 *   peer serve DOMAIN         serves /peer/execute_skill (souschef_msgs/action/ExecuteSkill), the
 *                             service /peer/set_bool (std_srvs/srv/SetBool), says "hello" on
 *                             /peer/note and echoes /peer/ping on /peer/pong and /peer/picture
 *                             on /peer/picture_back; ends with its stdin
 *   peer flood DOMAIN         writes texts, pictures, joint states and detections of 0.3, 1 and 10 MB
 *                             (texts of 30 MB, too) and small ones between them on /peer/text, /peer/picture_back,
 *                             /peer/joint_states and /peer/detections; ends with its stdin
 *   peer garbage DOMAIN       writes bytes that are no message on these topics, /tf and what an action's client hears:
 *                             cut off, lengths of 4e9, texts without an end; small messages between them; ends with its
 *                             stdin
 *   peer hashes DOMAIN        says again and again which endpoints there are and what their USER_DATA is: lines
 *                             "writer|reader TOPIC TYPE USER_DATA"; ends with its stdin
 *   peer ping DOMAIN COUNT    times round trips of 64 bytes with another peer's echo
 *   peer picture DOMAIN COUNT the same with pictures of a megabyte
 *   peer call DOMAIN COUNT    times calls of another peer's service
 *   peer goal DOMAIN COUNT    times goals of another peer from their start to their first feedback
 *
 * What a goal does stands in its field `action`:
 *   succeed      three feedbacks, then succeeded
 *   once         a feedback, then succeeded
 *   abort        a feedback, then aborted with error code 4
 *   reject       is not accepted
 *   run          runs until it is canceled
 *   refuse       as run, and its cancel is refused
 *   deaf         as run, and goes on though its cancel is accepted
 *   lose_accept  as run, and the reply that accepts it is lost
 *   lose_result  as succeed, and the first reply with its result is lost
 *   ignore       is not accepted, and nobody says so
 * A space stands for an underscore. When it moves stands in lines "at <monotonic ns> begins|ends <number>".
 * An "h" on stdin halts what moves, as a person at the robot's own stop does.
 */
#include <dds/dds.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "interfaces.h"

#define T(name) souschef_msgs_action_dds__ExecuteSkill_##name
#define STEP DDS_MSECS(50)
#define MAX_GOALS 64
#define MEGABYTE (1 << 20)

enum { EXECUTING = 2, CANCELING = 3, SUCCEEDED = 4, CANCELED = 5, ABORTED = 6 };

typedef struct {
  unique_identifier_msgs_msg_dds__UUID_ id;
  char kind[32];
  int status;
  int feedbacks;
  int asked;        /* whether somebody waits for the result */
  int number;       /* of all goals there were */
  int lose;         /* replies with the result that are still to be lost */
  dds_time_t next;  /* when it goes on */
  T(GetResult_Request_) question;
} goal_t;

static dds_entity_t domain;
static goal_t goals[MAX_GOALS];
static int goal_count;
static dds_entity_t send_goal_in, send_goal_out, get_result_in, get_result_out;
static dds_entity_t cancel_in, cancel_out, feedback_out, status_out;
static dds_entity_t bool_in, bool_out, ping_in, pong_out, note_out, picture_in, picture_out;

static void require(dds_entity_t e, const char *what) {
  if (e < 0) {
    fprintf(stderr, "peer: %s: %s\n", what, dds_strretcode(-e));
    exit(1);
  }
}

static dds_qos_t *qos(int latched) {
  dds_qos_t *q = dds_create_qos();
  dds_qset_reliability(q, DDS_RELIABILITY_RELIABLE, DDS_SECS(1));
  dds_qset_history(q, DDS_HISTORY_KEEP_LAST, latched ? 1 : 100);
  dds_qset_durability(q, latched ? DDS_DURABILITY_TRANSIENT_LOCAL : DDS_DURABILITY_VOLATILE);
  return q;
}

static dds_entity_t endpoint(const char *name, const dds_topic_descriptor_t *type, int writes, int latched) {
  dds_qos_t *q = qos(latched);
  dds_entity_t topic = dds_create_topic(domain, type, name, NULL, NULL);
  require(topic, name);
  dds_entity_t e = writes ? dds_create_writer(domain, topic, q, NULL) : dds_create_reader(domain, topic, q, NULL);
  require(e, name);
  dds_delete_qos(q);
  return e;
}

#define DESCRIPTOR_(type) (&type##_desc)
#define DESCRIPTOR(type) DESCRIPTOR_(type)
#define READER(name, type) endpoint(name, DESCRIPTOR(type), 0, 0)
#define WRITER(name, type) endpoint(name, DESCRIPTOR(type), 1, 0)

/* Runs what follows with every sample `m` that has come in. */
#define FOR_EACH(reader, type, ...)                         \
  for (;;) {                                                \
    void *taken_[1] = {NULL};                               \
    dds_sample_info_t info_[1];                             \
    if (dds_take(reader, taken_, info_, 1, 1) <= 0) break;  \
    if (info_[0].valid_data) {                              \
      type *m = taken_[0];                                  \
      __VA_ARGS__                                           \
    }                                                       \
    dds_return_loan(reader, taken_, 1);                     \
  }

static goal_t *find(const unique_identifier_msgs_msg_dds__UUID_ *id) {
  for (int i = 0; i < goal_count; i++)
    if (memcmp(goals[i].id.uuid, id->uuid, 16) == 0) return &goals[i];
  return NULL;
}

static void publish_status(void) {
  static action_msgs_msg_dds__GoalStatus_ entries[MAX_GOALS];
  action_msgs_msg_dds__GoalStatusArray_ message;
  memset(&message, 0, sizeof message);
  for (int i = 0; i < goal_count; i++) {
    memset(&entries[i], 0, sizeof entries[i]);
    entries[i].goal_info.goal_id = goals[i].id;
    entries[i].status = (uint8_t)goals[i].status;
  }
  message.status_list._buffer = entries;
  message.status_list._length = message.status_list._maximum = (uint32_t)goal_count;
  dds_write(status_out, &message);
}

static void answer_result(goal_t *g) {
  if (!g->asked || g->status < SUCCEEDED) return;
  g->asked = 0;
  if (g->lose > 0) {
    g->lose--;
    return;
  }
  T(GetResult_Response_) r;
  memset(&r, 0, sizeof r);
  r.client = g->question.client;
  r.call = g->question.call;
  r.status = (uint8_t)g->status;
  r.result.error_code = g->status == ABORTED ? 4 : 0;
  r.result.error_msg = g->status == ABORTED ? "it slipped, says the C peer" : "done, says the C peer";
  r.result.duration = 1.5;
  dds_write(get_result_out, &r);
}

static void note_motion(const goal_t *g, const char *what) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  printf("at %lld %s %d\n", (long long)now.tv_sec * 1000000000 + now.tv_nsec, what, g->number);
  fflush(stdout);
}

static void end(goal_t *g, int status) {
  g->status = status;
  note_motion(g, "ends");
  printf("ended %d\n", status);
  fflush(stdout);
  publish_status();
  answer_result(g);
}

/* Forgets goals that ended long ago. */
static void make_room(void) {
  int kept = 0;
  if (goal_count < MAX_GOALS) return;
  for (int i = 0; i < goal_count; i++)
    if (goals[i].status < SUCCEEDED || i >= MAX_GOALS / 2) goals[kept++] = goals[i];
  goal_count = kept;
}

static void accept_goals(void) {
  static int numbers;
  FOR_EACH(send_goal_in, T(SendGoal_Request_), {
    make_room();
    char kind[32];
    snprintf(kind, sizeof kind, "%s", m->goal.action);
    for (char *c = kind; *c; c++)
      if (*c == ' ') *c = '_';
    int ignored = strcmp(kind, "ignore") == 0;
    T(SendGoal_Response_) r;
    memset(&r, 0, sizeof r);
    r.client = m->client;
    r.call = m->call;
    r.accepted = !ignored && strcmp(kind, "reject") != 0 && goal_count < MAX_GOALS;
    if (r.accepted) {
      goal_t *g = &goals[goal_count++];
      memset(g, 0, sizeof *g);
      g->id = m->goal_id;
      snprintf(g->kind, sizeof g->kind, "%s", kind);
      g->number = numbers++;
      g->status = EXECUTING;
      g->lose = strcmp(g->kind, "lose_result") == 0;
      g->next = dds_time();
      note_motion(g, "begins");
      printf("goal %s %s %u\n", g->kind, m->goal.text, m->goal.argument_values._length);
      fflush(stdout);
    }
    if (!ignored && strcmp(kind, "lose_accept") != 0) dds_write(send_goal_out, &r);
    publish_status();
  })
}

static void cancel_goals(void) {
  FOR_EACH(cancel_in, action_msgs_srv_dds__CancelGoal_Request_, {
    static const uint8_t zero[16];
    static action_msgs_msg_dds__GoalInfo_ canceling[MAX_GOALS];
    uint32_t count = 0;
    int all = memcmp(m->goal_info.goal_id.uuid, zero, 16) == 0;
    int refused = 0;
    int ended = 0;
    for (int i = 0; i < goal_count; i++) {
      int meant = all || memcmp(m->goal_info.goal_id.uuid, goals[i].id.uuid, 16) == 0;
      ended |= meant && goals[i].status >= SUCCEEDED;
      if (meant && goals[i].status < SUCCEEDED && strcmp(goals[i].kind, "refuse") == 0) {
        refused = 1;
        continue;
      }
      if (meant && goals[i].status < SUCCEEDED) {
        memset(&canceling[count], 0, sizeof canceling[count]);
        canceling[count++].goal_id = goals[i].id;
        goals[i].status = CANCELING;
      }
    }
    action_msgs_srv_dds__CancelGoal_Response_ r;
    memset(&r, 0, sizeof r);
    r.client = m->client;
    r.call = m->call;
    r.return_code = count || all ? 0 : refused ? 1 : ended ? 3 : 2;
    r.goals_canceling._buffer = canceling;
    r.goals_canceling._length = r.goals_canceling._maximum = count;
    dds_write(cancel_out, &r);
    publish_status();
  })
}

static void answer_questions(void) {
  FOR_EACH(get_result_in, T(GetResult_Request_), {
    goal_t *g = find(&m->goal_id);
    if (g) {
      g->question = *m;
      g->asked = 1;
      answer_result(g);
    }
  })
}

static void give_feedback(goal_t *g) {
  T(FeedbackMessage_) f;
  memset(&f, 0, sizeof f);
  f.goal_id = g->id;
  f.feedback.phase = "turning";
  f.feedback.fraction = 0.25 * ++g->feedbacks;
  f.feedback.elapsed = 0.05 * g->feedbacks;
  dds_write(feedback_out, &f);
}

static void go_on(void) {
  for (int i = 0; i < goal_count; i++) {
    goal_t *g = &goals[i];
    if (g->status >= SUCCEEDED || dds_time() < g->next) continue;
    /* These come by the hundred; they must not pile up. */
    g->next = dds_time() + (strcmp(g->kind, "once") == 0 ? 0 : STEP);
    if (g->status == CANCELING && strcmp(g->kind, "deaf") != 0) {
      end(g, CANCELED);
      continue;
    }
    int runs_on = strcmp(g->kind, "run") == 0 || strcmp(g->kind, "refuse") == 0 || strcmp(g->kind, "deaf") == 0 || strcmp(g->kind, "lose_accept") == 0;
    int enough = strcmp(g->kind, "abort") == 0 || strcmp(g->kind, "once") == 0 ? 1 : 3;
    if (runs_on || g->feedbacks < enough) {
      give_feedback(g);
    } else {
      end(g, strcmp(g->kind, "abort") == 0 ? ABORTED : SUCCEEDED);
    }
  }
}

static void serve_small_things(void) {
  FOR_EACH(bool_in, std_srvs_srv_dds__SetBool_Request_, {
    std_srvs_srv_dds__SetBool_Response_ r = {m->client, m->call, m->data, "K\xc3\xbc" "che"};
    dds_write(bool_out, &r);
  })
  FOR_EACH(ping_in, std_msgs_msg_dds__String_, { dds_write(pong_out, m); })
  FOR_EACH(picture_in, sensor_msgs_msg_dds__Image_, { dds_write(picture_out, m); })
}

static dds_entity_t waitset_of(const dds_entity_t *readers, int count) {
  dds_entity_t set = dds_create_waitset(domain);
  for (int i = 0; i < count; i++) {
    dds_set_status_mask(readers[i], DDS_DATA_AVAILABLE_STATUS);
    dds_waitset_attach(set, readers[i], readers[i]);
  }
  return set;
}

static void halt(void) {
  for (int i = 0; i < goal_count; i++)
    if (goals[i].status < SUCCEEDED) end(&goals[i], ABORTED);
  puts("halted");
  fflush(stdout);
}

static int stdin_has_ended(void) {
  struct pollfd in = {STDIN_FILENO, POLLIN, 0};
  char c = 0;
  int ended = poll(&in, 1, 0) > 0 && read(STDIN_FILENO, &c, 1) <= 0;
  if (c == 'h') halt();
  return ended;
}

static void serve(void) {
  const char *a = "/peer/execute_skill/_action/";
  char name[128];
#define BELOW(prefix, suffix) (snprintf(name, sizeof name, prefix "%s" suffix, a), name)
  send_goal_in = READER(BELOW("rq", "send_goalRequest"), T(SendGoal_Request_));
  send_goal_out = WRITER(BELOW("rr", "send_goalReply"), T(SendGoal_Response_));
  get_result_in = READER(BELOW("rq", "get_resultRequest"), T(GetResult_Request_));
  get_result_out = WRITER(BELOW("rr", "get_resultReply"), T(GetResult_Response_));
  cancel_in = READER(BELOW("rq", "cancel_goalRequest"), action_msgs_srv_dds__CancelGoal_Request_);
  cancel_out = WRITER(BELOW("rr", "cancel_goalReply"), action_msgs_srv_dds__CancelGoal_Response_);
  feedback_out = WRITER(BELOW("rt", "feedback"), T(FeedbackMessage_));
  status_out = endpoint(BELOW("rt", "status"), &action_msgs_msg_dds__GoalStatusArray__desc, 1, 1);
  bool_in = READER("rq/peer/set_boolRequest", std_srvs_srv_dds__SetBool_Request_);
  bool_out = WRITER("rr/peer/set_boolReply", std_srvs_srv_dds__SetBool_Response_);
  ping_in = READER("rt/peer/ping", std_msgs_msg_dds__String_);
  pong_out = WRITER("rt/peer/pong", std_msgs_msg_dds__String_);
  picture_in = READER("rt/peer/picture", sensor_msgs_msg_dds__Image_);
  picture_out = WRITER("rt/peer/picture_back", sensor_msgs_msg_dds__Image_);
  note_out = WRITER("rt/peer/note", std_msgs_msg_dds__String_);
  dds_entity_t readers[] = {send_goal_in, get_result_in, cancel_in, bool_in, ping_in, picture_in};
  dds_entity_t set = waitset_of(readers, 6);
  dds_time_t next_note = 0;
  printf("ready\n");
  fflush(stdout);
  while (!stdin_has_ended()) {
    dds_attach_t woken[6];
    dds_waitset_wait(set, woken, 6, DDS_MSECS(20));
    accept_goals();
    cancel_goals();
    answer_questions();
    serve_small_things();
    go_on();
    if (dds_time() >= next_note) {
      next_note = dds_time() + DDS_MSECS(200);
      std_msgs_msg_dds__String_ note = {"hello from C: K\xc3\xbc" "che"};
      dds_write(note_out, &note);
    }
  }
}

/* Messages of about this many bytes on every topic. */
static void write_large(const dds_entity_t *out, size_t bytes, int number) {
  char *text = malloc(bytes + 1);
  memset(text, 'x', bytes);
  text[bytes] = 0;
  snprintf(text, bytes, "%d", number);
  text[strlen(text)] = 'x';
  std_msgs_msg_dds__String_ note = {text};
  sensor_msgs_msg_dds__Image_ picture;
  memset(&picture, 0, sizeof picture);
  picture.header.frame_id = "";
  picture.encoding = "mono8";
  picture.data._buffer = (uint8_t *)text;
  picture.data._length = picture.data._maximum = (uint32_t)bytes;
  sensor_msgs_msg_dds__JointState_ joints;
  memset(&joints, 0, sizeof joints);
  joints.header.frame_id = "";
  joints.position._length = joints.position._maximum = (uint32_t)(bytes / 8);
  joints.position._buffer = calloc(bytes / 8 + 1, 8);
  uint32_t count = (uint32_t)(bytes / 168 + 1); /* a detection without results takes so much */
  vision_msgs_msg_dds__Detection3DArray_ seen;
  memset(&seen, 0, sizeof seen);
  seen.header.frame_id = "map";
  seen.detections._length = seen.detections._maximum = count;
  seen.detections._buffer = calloc(count, sizeof *seen.detections._buffer);
  for (uint32_t i = 0; i < count; i++) {
    seen.detections._buffer[i].header.frame_id = "map";
    seen.detections._buffer[i].id = "one of many";
    seen.detections._buffer[i].bbox.center.orientation.w = 1;
  }
  dds_write(out[0], &note);
  if (bytes <= 10000000) { /* beyond, one topic is enough to keep a machine busy */
    dds_write(out[1], &picture);
    dds_write(out[2], &joints);
    dds_write(out[3], &seen);
  }
  free(text);
  free(joints.position._buffer);
  free(seen.detections._buffer);
}

#define RAW_TOPICS 9
static const char *raw_topics[RAW_TOPICS][2] = {
    {"rt/tf", "tf2_msgs::msg::dds_::TFMessage_"},
    {"rt/peer/text", "std_msgs::msg::dds_::String_"},
    {"rt/peer/joint_states", "sensor_msgs::msg::dds_::JointState_"},
    {"rt/peer/detections", "vision_msgs::msg::dds_::Detection3DArray_"},
    {"rt/peer/execute_skill/_action/status", "action_msgs::msg::dds_::GoalStatusArray_"},
    {"rt/peer/execute_skill/_action/feedback", "souschef_msgs::action::dds_::ExecuteSkill_FeedbackMessage_"},
    {"rr/peer/execute_skill/_action/send_goalReply", "souschef_msgs::action::dds_::ExecuteSkill_SendGoal_Response_"},
    {"rr/peer/execute_skill/_action/get_resultReply", "souschef_msgs::action::dds_::ExecuteSkill_GetResult_Response_"},
    {"rr/peer/execute_skill/_action/cancel_goalReply", "action_msgs::srv::dds_::CancelGoal_Response_"}};

static const size_t raw_sizes[4] = {3, 24, 256, 40000};
static dds_entity_t raw_out[4][RAW_TOPICS];

/* Writers of bytes under the names of types; a participant each, since a topic has one type in it. */
static void make_raw_writers(dds_domainid_t id) {
  const dds_topic_descriptor_t *kinds[4] = {&raw_Bytes3_desc, &raw_Bytes24_desc, &raw_Bytes256_desc, &raw_Bytes40000_desc};
  dds_entity_t mine = domain;
  for (int k = 0; k < 4; k++) {
    domain = dds_create_participant(id, NULL, NULL);
    require(domain, "participant for raw bytes");
    for (int t = 0; t < RAW_TOPICS; t++) {
      const dds_topic_descriptor_t *d = kinds[k];
      dds_topic_descriptor_t type = {
          .m_size = d->m_size, .m_align = d->m_align, .m_flagset = d->m_flagset & ~DDS_TOPIC_XTYPES_METADATA,
          .m_nkeys = 0, .m_typename = raw_topics[t][1], .m_nops = d->m_nops, .m_ops = d->m_ops, .m_meta = ""};
      raw_out[k][t] = endpoint(raw_topics[t][0], &type, 1, 1);
    }
  }
  domain = mine;
}

/* The n-th bytes that are no message. */
static void write_raw(int n) {
  static uint8_t bytes[40000];
  int k = n % 4;
  for (size_t i = 0; i < raw_sizes[k]; i++) bytes[i] = (uint8_t)rand();
  if (n / 4 % 4 == 0) memset(bytes, 0xff, raw_sizes[k]); /* lengths of 4294967295 */
  if (n / 4 % 4 == 1) memset(bytes, 'x', raw_sizes[k]);  /* texts without an end */
  if (n / 4 % 4 == 2) memset(bytes, 0, raw_sizes[k] / 2); /* it begins well */
  for (int t = 0; t < RAW_TOPICS; t++) dds_write(raw_out[k][t], bytes);
}

static void tell_endpoints(dds_entity_t reader, const char *kind) {
  void *samples[64] = {NULL};
  dds_sample_info_t info[64];
  int count = dds_read(reader, samples, info, 64, 64);
  for (int i = 0; i < count; i++) {
    const dds_builtintopic_endpoint_t *e = samples[i];
    void *data = NULL;
    size_t size = 0;
    if (!info[i].valid_data || !e->qos) continue;
    if (!dds_qget_userdata(e->qos, &data, &size)) size = 0;
    printf("%s %s %s %.*s\n", kind, e->topic_name, e->type_name, (int)size, data ? (char *)data : "");
    dds_free(data);
  }
  if (count > 0) dds_return_loan(reader, samples, count);
  fflush(stdout);
}

static void tell_hashes(void) {
  dds_entity_t writers = dds_create_reader(domain, DDS_BUILTIN_TOPIC_DCPSPUBLICATION, NULL, NULL);
  dds_entity_t readers = dds_create_reader(domain, DDS_BUILTIN_TOPIC_DCPSSUBSCRIPTION, NULL, NULL);
  require(writers, "publications");
  require(readers, "subscriptions");
  printf("ready\n");
  while (!stdin_has_ended()) {
    tell_endpoints(writers, "writer");
    tell_endpoints(readers, "reader");
    dds_sleepfor(DDS_MSECS(300));
  }
}

/* Writers of whole messages on the topics of a flood, in the order of write_large. */
static void make_writers(dds_entity_t *out) {
  out[0] = WRITER("rt/peer/text", std_msgs_msg_dds__String_);
  out[1] = WRITER("rt/peer/picture_back", sensor_msgs_msg_dds__Image_);
  out[2] = WRITER("rt/peer/joint_states", sensor_msgs_msg_dds__JointState_);
  out[3] = WRITER("rt/peer/detections", vision_msgs_msg_dds__Detection3DArray_);
}

static void garbage(dds_domainid_t id) {
  dds_entity_t out[4];
  make_raw_writers(id);
  make_writers(out);
  printf("ready\n");
  fflush(stdout);
  for (int i = 0; !stdin_has_ended(); i++) {
    write_raw(i);
    if (i % 16 == 15) write_large(out, 64, i);
    dds_sleepfor(DDS_MSECS(10));
  }
}

static void flood(void) {
  dds_entity_t out[4];
  make_writers(out);
  const size_t sizes[] = {300000, 64, 1000000, 64, 10000000, 64, 30000000, 64};
  printf("ready\n");
  fflush(stdout);
  for (int i = 0; !stdin_has_ended(); i++) {
    write_large(out, sizes[i % 8], i);
    dds_sleepfor(DDS_MSECS(150));
  }
}

static int by_size(const void *a, const void *b) {
  double d = *(const double *)a - *(const double *)b;
  return d < 0 ? -1 : d > 0;
}

enum { PING, PICTURE, CALL, GOAL };

/* Sends the message of one kind that has this number. */
static void ask(int kind, dds_entity_t out, int number) {
  static char text[80];
  static uint8_t pixels[MEGABYTE];
  if (kind == PING) {
    snprintf(text, sizeof text, "%08d %055d", number, 0); /* 64 characters */
    std_msgs_msg_dds__String_ ping = {text};
    dds_write(out, &ping);
  } else if (kind == PICTURE) {
    sensor_msgs_msg_dds__Image_ picture;
    memset(&picture, 0, sizeof picture);
    picture.header.stamp.sec = number;
    picture.header.frame_id = "";
    picture.height = picture.width = picture.step = 1024;
    picture.encoding = "mono8";
    picture.data._buffer = pixels;
    picture.data._length = picture.data._maximum = MEGABYTE;
    dds_write(out, &picture);
  } else if (kind == CALL) {
    std_srvs_srv_dds__SetBool_Request_ request = {42, number, true};
    dds_write(out, &request);
  } else {
    T(SendGoal_Request_) goal;
    memset(&goal, 0, sizeof goal);
    goal.client = 42;
    goal.call = number;
    memcpy(goal.goal_id.uuid, &number, sizeof number);
    goal.goal.action = "once";
    goal.goal.text = goal.goal.wording = "";
    dds_write(out, &goal);
  }
}

/* Whether it answers the message with this number: one that comes late must not count for another. */
static int answers(int kind, const void *message, int number) {
  if (kind == PING) return atoi(((const std_msgs_msg_dds__String_ *)message)->data) == number;
  if (kind == PICTURE) return ((const sensor_msgs_msg_dds__Image_ *)message)->header.stamp.sec == number;
  if (kind == CALL) {
    const std_srvs_srv_dds__SetBool_Response_ *r = message;
    return r->client == 42 && r->call == number;
  }
  return memcmp(((const T(FeedbackMessage_) *)message)->goal_id.uuid, &number, sizeof number) == 0;
}

/* Times `count` exchanges after some that do not count; prints their median and 95th percentile. */
static void measure(int kind, dds_entity_t out, dds_entity_t in, int count) {
  double *ms = calloc((size_t)count, sizeof *ms);
  dds_entity_t set = waitset_of(&in, 1);
  dds_sleepfor(DDS_SECS(2));
  int warm = count / 4;
  for (int i = 0; i < warm + count; i++) {
    int answered = 0;
    dds_time_t start = dds_time();
    ask(kind, out, i + 1);
    while (!answered) {
      dds_attach_t woken[1];
      if (dds_waitset_wait(set, woken, 1, DDS_SECS(20)) <= 0) {
        fprintf(stderr, "peer: no answer to message %d\n", i + 1);
        exit(1);
      }
      FOR_EACH(in, void, { answered |= answers(kind, m, i + 1); })
    }
    if (i >= warm) ms[i - warm] = (double)(dds_time() - start) / 1e6;
  }
  qsort(ms, (size_t)count, sizeof *ms, by_size);
  printf("%d %.4f %.4f\n", count, ms[count / 2], ms[count * 95 / 100]);
  free(ms);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "peer: say serve, flood, garbage, hashes, ping, picture, call or goal, and a domain\n");
    return 2;
  }
  domain = dds_create_participant((dds_domainid_t)atoi(argv[2]), NULL, NULL);
  require(domain, "participant");
  int count = argc > 3 ? atoi(argv[3]) : 1000;
  if (strcmp(argv[1], "serve") == 0) {
    serve();
  } else if (strcmp(argv[1], "flood") == 0) {
    flood();
  } else if (strcmp(argv[1], "garbage") == 0) {
    garbage((dds_domainid_t)atoi(argv[2]));
  } else if (strcmp(argv[1], "hashes") == 0) {
    tell_hashes();
  } else if (strcmp(argv[1], "ping") == 0) {
    measure(PING, WRITER("rt/peer/ping", std_msgs_msg_dds__String_), READER("rt/peer/pong", std_msgs_msg_dds__String_), count);
  } else if (strcmp(argv[1], "picture") == 0) {
    measure(PICTURE, WRITER("rt/peer/picture", sensor_msgs_msg_dds__Image_),
            READER("rt/peer/picture_back", sensor_msgs_msg_dds__Image_), count);
  } else if (strcmp(argv[1], "call") == 0) {
    measure(CALL, WRITER("rq/peer/set_boolRequest", std_srvs_srv_dds__SetBool_Request_),
            READER("rr/peer/set_boolReply", std_srvs_srv_dds__SetBool_Response_), count);
  } else {
    measure(GOAL, WRITER("rq/peer/execute_skill/_action/send_goalRequest", T(SendGoal_Request_)),
            READER("rt/peer/execute_skill/_action/feedback", T(FeedbackMessage_)), count);
  }
  dds_delete(domain);
  return 0;
}
