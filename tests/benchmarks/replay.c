/* Turns a script into a stand-in app-server that writes as fast as the pipe takes it.
 *
 * usage: replay SCRIPT      (newline-delimited JSON on stdin and stdout; ends at end of input)
 *
 * A script is a sequence of "<kind> <name> <length>\n<bytes>\n":
 *   option  turns|pace_ns|delay_ns|hold|fill, the bytes being a number
 *   answer  METHOD, the result of that request
 *   after   METHOD, lines written behind that answer
 *   stream  -, the lines of a turn: the first group of turns gets the first stream, and so on
 * A stream starts once `turns` turns are open, one line of each turn after the other, rendered
 * before it is asked for. Ids are as long as their placeholders and counted, so they are known.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#define ID 36
#define THREAD "@thread@~~~~~~~~~~~~~~~~~~~~~~~~~~~~"
#define TURN "@turn@~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"
#define THREAD_FORMAT "00000000-0000-7000-8000-%012x"
#define TURN_FORMAT "00000000-0000-7000-9000-%06x%06x"
#define MAX_SECTIONS 64
#define MAX_THREADS 100000

typedef struct { const char *at; size_t size; } Text;
typedef struct { char *at; size_t size, room; } Buffer;
typedef struct { char kind[16], name[48]; Text bytes; } Section;
typedef struct { size_t line_end, first_patch, end_patch; } Line;
typedef struct { size_t at; int is_turn; } Patch;
typedef struct { Text bytes; Line *lines; size_t count; Patch *patches; } Stream;

static Section sections[MAX_SECTIONS];
static int section_count;
static Stream streams[8];
static int stream_count;
static long turns = 1, pace_ns, delay_ns, hold, fill;
static int thread_count, started[MAX_THREADS];
static char open_ids[4096][2][ID + 1], ready_ids[4096][2][ID + 1];
static long open_turns, ready_group = -1, group;
static Buffer ready, reply;

static void die(const char *what) { fprintf(stderr, "replay: %s\n", what); exit(3); }

static void put(Buffer *b, const char *bytes, size_t size) {
    if (b->size + size > b->room) {
        b->room = (b->size + size) * 2;
        if (!(b->at = realloc(b->at, b->room))) die("out of memory");
    }
    memcpy(b->at + b->size, bytes, size);
    b->size += size;
}

static void put_all(const char *bytes, size_t size) {
    while (size) {
        ssize_t n = write(1, bytes, size);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) exit(0);
        bytes += n;
        size -= (size_t)n;
    }
}

static void patch(char *bytes, size_t size, const char *thread, const char *turn) {
    char *at = bytes, *end = bytes + size;
    while ((at = memchr(at, '@', (size_t)(end - at)))) {
        if (end - at < ID) return;
        if (!memcmp(at, THREAD, ID)) memcpy(at, thread, ID);
        else if (!memcmp(at, TURN, ID)) memcpy(at, turn, ID);
        at++;
    }
}

static Section *section(const char *kind, const char *name, size_t size) {
    for (int i = 0; i < section_count; i++)
        if (!strcmp(sections[i].kind, kind) && strlen(sections[i].name) == size
            && !memcmp(sections[i].name, name, size)) return &sections[i];
    return NULL;
}

/* ---- the script */

static Text filled(Text bytes) {
    const char *token = fill ? memmem(bytes.at, bytes.size, "@fill@", 6) : NULL;
    if (!token) return bytes;
    Buffer b = {0};
    put(&b, bytes.at, (size_t)(token - bytes.at));
    char *blank = malloc((size_t)fill);
    if (!blank) die("out of memory");
    memset(blank, 'x', (size_t)fill);
    put(&b, blank, (size_t)fill);
    free(blank);
    put(&b, token + 6, bytes.size - (size_t)(token + 6 - bytes.at));
    return (Text){b.at, b.size};
}

static Stream indexed(Text bytes) {
    Stream s = {.bytes = filled(bytes)};
    size_t lines = 0, patches = 0;
    for (size_t i = 0; i < s.bytes.size; i++) {
        lines += s.bytes.at[i] == '\n';
        patches += s.bytes.at[i] == '@';
    }
    s.lines = calloc(lines + 1, sizeof *s.lines);
    s.patches = calloc(patches + 1, sizeof *s.patches);
    if (!s.lines || !s.patches) die("out of memory");
    for (size_t i = 0, found = 0, first = 0; i < s.bytes.size; i++) {
        const char *at = s.bytes.at + i;
        if (*at == '\n') {
            s.lines[s.count++] = (Line){i + 1, first, found};
            first = found;
        } else if (*at == '@' && s.bytes.size - i >= ID) {
            if (!memcmp(at, THREAD, ID)) s.patches[found++] = (Patch){i, 0};
            else if (!memcmp(at, TURN, ID)) s.patches[found++] = (Patch){i, 1};
        }
    }
    return s;
}

static void option(const Section *s) {
    long value = strtol(s->bytes.at, NULL, 10);
    if (!strcmp(s->name, "turns")) turns = value;
    else if (!strcmp(s->name, "pace_ns")) pace_ns = value;
    else if (!strcmp(s->name, "delay_ns")) delay_ns = value;
    else if (!strcmp(s->name, "hold")) hold = value;
    else if (!strcmp(s->name, "fill")) fill = value;
    else die("unknown option");
}

static void load(const char *path) {
    FILE *file = fopen(path, "rb");
    size_t size;
    if (!file) die("cannot open the script");
    Section *s = sections;
    while (section_count < MAX_SECTIONS
           && fscanf(file, "%15s %47s %zu%*1[\n]", s->kind, s->name, &size) == 3) {
        char *bytes = malloc(size + 1);
        if (!bytes || fread(bytes, 1, size, file) != size) die("the script is cut short");
        bytes[size] = 0;
        s->bytes = (Text){bytes, size};
        if (!strcmp(s->kind, "option")) option(s);
        if (!strcmp(s->kind, "stream")) streams[stream_count++] = indexed(s->bytes);
        section_count++;
        s++;
    }
    fclose(file);
    if (turns < 1 || turns > 4096) die("turns must be 1 to 4096");
}

/* ---- a group of turns */

static void render(Buffer *out, const Stream *s, char ids[][2][ID + 1]) {
    out->size = 0;
    for (size_t i = 0, from = 0; i < s->count; from = s->lines[i++].line_end) {
        const Line *line = &s->lines[i];
        for (long t = 0; t < turns; t++) {
            size_t base = out->size;
            put(out, s->bytes.at + from, line->line_end - from);
            for (size_t p = line->first_patch; p < line->end_patch; p++)
                memcpy(out->at + base + s->patches[p].at - from, ids[t][s->patches[p].is_turn], ID);
        }
    }
}

static const Stream *stream_of(long number) {
    return &streams[number < stream_count ? number : stream_count - 1];
}

static void prepare(void) {
    if (hold || !stream_count) return;
    for (long t = 0; t < turns; t++) {
        snprintf(ready_ids[t][0], ID + 1, THREAD_FORMAT, (unsigned)t);
        snprintf(ready_ids[t][1], ID + 1, TURN_FORMAT, (unsigned)t, (unsigned)group);
    }
    render(&ready, stream_of(group), ready_ids);
    ready_group = group;
}

/* The real runtime puts 1.7 lines into a write: 1, 2, 2, 1, 2, 2, 2 and again. */
static void put_paced(const char *bytes, size_t size) {
    static const int pattern[] = {1, 2, 2, 1, 2, 2, 2};
    struct timespec next;
    clock_gettime(CLOCK_MONOTONIC, &next);
    for (int i = 0; size; i++) {
        int lines = pattern[i % 7];
        const char *end = bytes;
        for (int n = 0; n < lines && end < bytes + size; n++)
            end = (char *)memchr(end, '\n', (size_t)(bytes + size - end)) + 1;
        put_all(bytes, (size_t)(end - bytes));
        size -= (size_t)(end - bytes);
        bytes = end;
        next.tv_nsec += pace_ns * lines;
        while (next.tv_nsec >= 1000000000L) { next.tv_nsec -= 1000000000L; next.tv_sec++; }
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, NULL);
    }
}

static void play(void) {
    if (ready_group != group || memcmp(open_ids, ready_ids, (size_t)turns * sizeof *open_ids))
        render(&ready, stream_of(group), open_ids);
    if (delay_ns) nanosleep(&(struct timespec){0, delay_ns}, NULL);
    if (pace_ns) put_paced(ready.at, ready.size);
    else put_all(ready.at, ready.size);
    open_turns = 0;
    group++;
    prepare();
}

/* ---- requests */

static const char *blank(const char *p) { while (*p == ' ') p++; return p; }

static const char *past(const char *p) {
    int depth = 0, quoted = 0;
    for (; *p; p++) {
        if (quoted) {
            if (*p == '\\') p++;
            else if (*p == '"') { quoted = 0; if (!depth) return p + 1; }
        } else if (*p == '"') quoted = 1;
        else if (*p == '{' || *p == '[') depth++;
        else if (*p == '}' || *p == ']') { if (!depth) return p; if (!--depth) return p + 1; }
        else if (!depth && (*p == ',' || *p == ' ')) return p;
    }
    return p;
}

/* The value of a key of one object, as it stands in the text (strings keep their quotes). */
static Text member(const char *object, const char *key) {
    const char *p = object ? blank(object) : "";
    if (*p++ != '{') return (Text){NULL, 0};
    while (*(p = blank(p)) == '"') {
        const char *end = past(p), *value = blank(blank(end) + 1), *after = past(value);
        if ((size_t)(end - p) == strlen(key) + 2 && !memcmp(p + 1, key, strlen(key)))
            return (Text){value, (size_t)(after - value)};
        p = blank(after);
        if (*p == ',') p++;
    }
    return (Text){NULL, 0};
}

static void take_id(char *into, Text value) {
    if (value.at && value.size == ID + 2) memcpy(into, value.at + 1, ID);
}

static void begin(const char *thread, char *turn) {
    unsigned number = (unsigned)strtoul(thread + 24, NULL, 16);
    if (number >= MAX_THREADS || open_turns >= 4096) die("too many turns");
    snprintf(turn, ID + 1, TURN_FORMAT, number, (unsigned)started[number]++);
    memcpy(open_ids[open_turns][0], thread, ID + 1);
    memcpy(open_ids[open_turns++][1], turn, ID + 1);
}

static void put_section(const char *kind, Text name, const char *thread, const char *turn) {
    Section *s = section(kind, name.at, name.size);
    size_t at = reply.size;
    if (!s) return;
    put(&reply, s->bytes.at, s->bytes.size);
    patch(reply.at + at, s->bytes.size, thread, turn);
}

static void serve(const char *line) {
    char thread[ID + 1] = THREAD, turn[ID + 1] = TURN;
    Text method = member(line, "method"), id = member(line, "id");
    if (!method.at || !id.at || method.size < 2) return;
    method = (Text){method.at + 1, method.size - 2};
    const char *params = member(line, "params").at;
    take_id(thread, member(params, "threadId"));
    take_id(turn, member(params, "turnId"));
    int starts_turn = method.size == 10 && !memcmp(method.at, "turn/start", 10);
    if (method.size == 12 && !memcmp(method.at, "thread/start", 12))
        snprintf(thread, ID + 1, THREAD_FORMAT, (unsigned)thread_count++);
    if (starts_turn) begin(thread, turn);
    reply.size = 0;
    put(&reply, "{\"id\":", 6);
    put(&reply, id.at, id.size);
    put(&reply, ",\"result\":", 10);
    if (section("answer", method.at, method.size)) put_section("answer", method, thread, turn);
    else put(&reply, "{}", 2);
    put(&reply, "}\n", 2);
    put_section("after", method, thread, turn);
    put_all(reply.at, reply.size);
    if (starts_turn && !hold && stream_count && open_turns == turns) play();
}

/* A core of its own, where the one who measures asks for that: REPLAY_CPU=NUMBER. */
static void settle(void) {
    const char *cpu = getenv("REPLAY_CPU");
    cpu_set_t set;
    prctl(PR_SET_TIMERSLACK, 1000UL, 0, 0, 0);
    if (!cpu) return;
    CPU_ZERO(&set);
    CPU_SET((size_t)strtoul(cpu, NULL, 10), &set);
    sched_setaffinity(0, sizeof set, &set);
}

int main(int argc, char **argv) {
    Buffer in = {0};
    char chunk[65536];
    if (argc < 2) die("usage: replay SCRIPT");
    settle();
    load(argv[1]);
    prepare();
    for (ssize_t n; (n = read(0, chunk, sizeof chunk)) != 0;) {
        if (n < 0) { if (errno == EINTR) continue; return 1; }
        put(&in, chunk, (size_t)n);
        char *line = in.at, *end;
        while ((end = memchr(line, '\n', in.size - (size_t)(line - in.at)))) {
            *end = 0;
            serve(line);
            line = end + 1;
        }
        in.size -= (size_t)(line - in.at);
        memmove(in.at, line, in.size);
    }
    return 0;
}
