// The limit: two models of Benchmarks/README.md written in C++ for these two models and nothing else, as fast as we know how.
// The engine's times are given as ratios to this program's. It takes no short cut that a general simulator could not take: every event is
// scheduled in and taken from the event list, every patient has a record, every draw is made.
//
//   limit mmc|bed-blocking --days D --warm-up W --seed S [--keyed] [--arrivals-apart]
//
// prints one line of JSON. --keyed makes every draw a function of the patient, as the engine does; --arrivals-apart keeps the next arrival out of
// the event list, which only a program of one arrival stream can do. Build: g++ -O3 -march=native -std=c++20 limit.cpp -o limit

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using u32 = std::uint32_t;
using u64 = std::uint64_t;

constexpr int Hour = 3600;
constexpr int Day = 86400;
constexpr int None = -1;

// ---------------------------------------------------------------- parameters (the table of README.md)

constexpr int Servers = 50;
constexpr double ArrivalsPerHour = 11.25;
constexpr double ServiceMean = 4.0 * Hour;

constexpr int WardBeds = 300;
constexpr int CommunityBeds = 100;
constexpr double WardMean = 6.4 * Day, WardSd = 7.0 * Day;
constexpr double CommunityMean = 26.0 * Day, CommunitySd = 18.0 * Day;
constexpr double GoesOn = 0.09;
constexpr double HasPriority = 0.10;
constexpr double PerHour[24] = {0.8, 0.6, 0.5, 0.5, 0.5, 0.6, 0.8, 1.1, 1.5, 1.9, 2.2, 2.4,
                                2.5, 2.5, 2.6, 2.6, 2.5, 2.5, 2.5, 2.4, 2.2, 1.8, 1.4, 1.1};

// ---------------------------------------------------------------- draws

constexpr double Step = 1.0 / (1ull << 53);

/// Odd multiples of 2^-53: never 0, never 1.
inline double uniform_of(u64 bits) { return static_cast<double>(static_cast<std::int64_t>((bits >> 11) | 1)) * Step; }

inline u64 mix(u64 z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

constexpr u64 Golden = 0x9E3779B97F4A7C15ull;

u64 combine(u64 a, u64 b) { return mix(mix(a + Golden) + b + Golden); }

u32 hash_of(std::string_view name) {
    u32 hash = 2166136261u;
    for (unsigned char c : name) hash = (hash ^ c) * 16777619u;
    hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
    hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
    return hash ^ (hash >> 16);
}

enum Purpose : u32 { ForStage = 0, ForArrival = 8 };

struct Draw {
    double uniform;
    u32 word;
};

/// One stream for the whole run: xoshiro256++ (Blackman and Vigna), seeded by SplitMix64.
class Sequential {
public:
    explicit Sequential(u64 seed) {
        for (auto& word : s) {
            seed += Golden;
            word = mix(seed);
        }
    }

    double uniform(u64, u32, Purpose) { return uniform_of(next()); }

    Draw uniform_and_word(u64, u32, Purpose) {
        const double u = uniform_of(next());
        return {u, static_cast<u32>(next() >> 32)};
    }

private:
    u64 next() {
        const u64 result = rotate(s[0] + s[3], 23) + s[0];
        const u64 t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = rotate(s[3], 45);
        return result;
    }

    static u64 rotate(u64 x, int by) { return (x << by) | (x >> (64 - by)); }

    u64 s[4];
};

/// A draw is a function of seed, stream, patient, stage and purpose: Philox4x32-10 (Salmon and others 2011).
class Keyed {
public:
    explicit Keyed(u64 seed) : key(combine(combine(seed, 1), hash_of("patients"))) {}

    double uniform(u64 patient, u32 name, Purpose purpose) const { return uniform_and_word(patient, name, purpose).uniform; }

    Draw uniform_and_word(u64 patient, u32 name, Purpose purpose) const {
        u32 c0 = static_cast<u32>(patient), c1 = static_cast<u32>(patient >> 32), c2 = name, c3 = purpose << 26;
        u32 k0 = static_cast<u32>(key), k1 = static_cast<u32>(key >> 32);
        for (int round = 0; round < 10; round++) {
            const u64 p0 = 0xD2511F53ull * c0, p1 = 0xCD9E8D57ull * c2;
            c0 = static_cast<u32>(p1 >> 32) ^ c1 ^ k0;
            c1 = static_cast<u32>(p1);
            c2 = static_cast<u32>(p0 >> 32) ^ c3 ^ k1;
            c3 = static_cast<u32>(p0);
            k0 += 0x9E3779B9u;
            k1 += 0xBB67AE85u;
        }
        return {uniform_of(static_cast<u64>(c0) << 32 | c1), c2};
    }

private:
    u64 key;
};

// ---------------------------------------------------------------- laws, by inverse transform

/// Wichura (1988), AS 241, routine PPND16.
double exact_normal_quantile(double u) {
    const double q = u - 0.5;
    if (std::fabs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * (((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r
            + 1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r + 1.3314166789178437745e2) * r + 3.3871328727963666080)
            / (((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r + 3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r
            + 5.3941960214247511077e3) * r + 6.8718700749205790830e2) * r + 4.2313330701600911252e1) * r + 1);
    }
    double r = std::sqrt(-std::log(q < 0 ? u : 1 - u));
    double x;
    if (r <= 5) {
        r -= 1.6;
        x = (((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r + 1.27045825245236838258) * r
            + 3.64784832476320460504) * r + 5.76949722146069140550) * r + 4.63033784615654529590) * r + 1.42343711074968357734)
            / (((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r + 1.48103976427480074590e-1) * r
            + 6.89767334985100004550e-1) * r + 1.67638483018380384940) * r + 2.05319162663775882187) * r + 1);
    } else {
        r -= 5;
        x = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r + 2.65321895265761232930e-2) * r
            + 2.96560571828504891230e-1) * r + 1.78482653991729133580) * r + 5.46378491116411436990) * r + 6.65790464350110377720)
            / (((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4) * r
            + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r + 5.99832206555887937690e-1) * r + 1);
    }
    return q < 0 ? -x : x;
}

/// A table of 2,048 steps in the middle, exact in the outer 1/64 on each side.
class NormalQuantile {
public:
    NormalQuantile() {
        for (int node = First; node <= Last; node++) nodes[node] = exact_normal_quantile(static_cast<double>(node) / Steps);
        nodes[Last + 1] = nodes[Last];
    }

    double operator()(double u) const {
        if (u < 1.0 / 64 || u > 1 - 1.0 / 64) [[unlikely]] return exact_normal_quantile(u);
        const double position = u * Steps;
        const int node = static_cast<int>(position);
        return nodes[node] + (position - node) * (nodes[node + 1] - nodes[node]);
    }

private:
    static constexpr int Steps = 2048, First = Steps / 64, Last = Steps - First;
    double nodes[Last + 2] = {};
};

const NormalQuantile normal_quantile;

inline int seconds(double value) { return static_cast<int>(std::min(value, 1.9e9) + 0.5); }

inline int exponential(double mean, double u) { return seconds(-mean * std::log(1 - u)); }

struct Lognormal {
    double mu, sigma;

    Lognormal(double mean, double sd) {
        const double variance = std::log(1 + (sd / mean) * (sd / mean));
        mu = std::log(mean) - variance / 2;
        sigma = std::sqrt(variance);
    }

    int operator()(double u) const { return seconds(std::exp(mu + sigma * normal_quantile(u))); }
};

// ---------------------------------------------------------------- event list

enum Code : u32 { Arrives, Ends, LeavesCommunity };

struct Event {
    u64 key; // time, 31 bits; kind, 3; sequence, 29
    int patient;
    u32 code;

    int time() const { return static_cast<int>(key >> 32); }
};

static_assert(sizeof(Event) == 16);

/// 4-ary heap; the taken root stays a hole that the next push fills. The four children of a node share one cache line.
class Heap {
public:
    Heap() { reserve(1 << 12); }
    ~Heap() { std::free(memory); }
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    bool empty() {
        close();
        return count == 0;
    }

    const Event& top() const { return at[0]; }

    void drop() { hole = true; }

    void push(const Event& added) {
        if (hole) {
            hole = false;
            sift_down(added);
            return;
        }
        if (count == size) reserve(size * 2);
        int here = count++;
        while (here > 0) {
            const int parent = (here - 1) >> 2;
            if (at[parent].key <= added.key) break;
            at[here] = at[parent];
            here = parent;
        }
        at[here] = added;
    }

private:
    void close() {
        if (!hole) return;
        hole = false;
        if (--count > 0) sift_down(at[count]);
    }

    void sift_down(const Event added) {
        int here = 0;
        for (;;) {
            int child = (here << 2) + 1;
            if (child + 3 < count) {
                const u64 k0 = at[child].key, k1 = at[child + 1].key, k2 = at[child + 2].key, k3 = at[child + 3].key;
                const int low = k1 < k0, high = 2 + (k3 < k2);
                const u64 low_key = k1 < k0 ? k1 : k0, high_key = k3 < k2 ? k3 : k2;
                child += high_key < low_key ? high : low;
            } else if (child < count) {
                int best = child;
                for (int other = child + 1; other < count; other++)
                    if (at[other].key < at[best].key) best = other;
                child = best;
            } else {
                break;
            }
            if (at[child].key >= added.key) break;
            at[here] = at[child];
            here = child;
        }
        at[here] = added;
    }

    void reserve(int wanted) {
        auto* grown = static_cast<char*>(std::aligned_alloc(64, (wanted + 4) * sizeof(Event)));
        auto* to = reinterpret_cast<Event*>(grown + 48); // so that items 1 to 4 begin a line
        if (count > 0) std::memcpy(to, at, count * sizeof(Event));
        std::free(memory);
        memory = grown;
        at = to;
        size = wanted;
    }

    Event* at = nullptr;
    void* memory = nullptr;
    int count = 0;
    int size = 0;
    bool hole = false;
};

/// A heap of what is near, unsorted buckets of 2^WidthBits seconds of what is far. The best width was sought for each model.
template <int WidthBits>
class EventList {
public:
    EventList() { std::fill(std::begin(head), std::end(head), None); }

    void push(int time, u32 kind, Code code, int patient) {
        const Event added{static_cast<u64>(time) << 32 | static_cast<u64>(kind) << 29 | sequence++, patient, code};
        if (time < near_end) near.push(added);
        else add_far(added);
    }

    /// The next event if it is not after a time, else null.
    const Event* next_until(int time) {
        while (near.empty()) {
            if (near_end > time) return nullptr;
            load();
        }
        return near.top().time() <= time ? &near.top() : nullptr;
    }

    void drop() { near.drop(); }

private:
    static constexpr int Seconds = 1 << WidthBits, Buckets = 1 << 12;

    struct Far {
        Event event;
        int next;
    };

    void add_far(const Event& added) {
        int slot = free;
        if (slot != None) free = far[slot].next;
        else {
            slot = static_cast<int>(far.size());
            far.emplace_back();
        }
        int& first = head[std::min(added.time() / Seconds, bucket + Buckets - 1) & (Buckets - 1)];
        far[slot] = {added, first};
        first = slot;
    }

    void load() {
        bucket++;
        near_end += Seconds;
        int slot = std::exchange(head[bucket & (Buckets - 1)], None);
        while (slot != None) {
            const Event event = far[slot].event;
            const int next = far[slot].next;
            far[slot].next = free;
            free = slot;
            if (event.time() < near_end) near.push(event);
            else add_far(event);
            slot = next;
        }
    }

    Heap near;
    std::vector<Far> far;
    int head[Buckets];
    int free = None;
    int bucket = 0;
    int near_end = Seconds;
    u32 sequence = 0;
};

// ---------------------------------------------------------------- patients and their lists

struct Patient {
    u64 number;
    int asked_at;
    int next; // in a list, or among the free
    u32 rank;
    u32 goes_on;
};

class Patients {
public:
    Patient& operator[](int patient) { return items[patient]; }

    int add() {
        if (free != None) return std::exchange(free, items[free].next);
        items.emplace_back();
        return static_cast<int>(items.size()) - 1;
    }

    void remove(int patient) { items[patient].next = std::exchange(free, patient); }

private:
    std::vector<Patient> items;
    int free = None;
};

/// First come, first served.
struct List {
    int first = None, last = None;

    bool empty() const { return first == None; }

    void add(Patients& patients, int patient) {
        patients[patient].next = None;
        if (first == None) first = patient;
        else patients[last].next = patient;
        last = patient;
    }

    int take(Patients& patients) { return std::exchange(first, patients[first].next); }
};

/// A number in use over time.
struct Level {
    std::int64_t area = 0;
    int value = 0, since = 0;

    void change(int by, int now) {
        area += static_cast<std::int64_t>(now - since) * value;
        since = now;
        value += by;
    }

    void reset(int now) {
        change(0, now);
        area = 0;
    }

    double mean(int from, int to) {
        change(0, to);
        return static_cast<double>(area) / (to - from);
    }
};

struct Waits {
    std::int64_t total = 0, count = 0;

    void add(int wait) {
        total += wait;
        count++;
    }

    double minutes() const { return count == 0 ? 0 : static_cast<double>(total) / static_cast<double>(count) / 60; }
};

struct Outcome {
    std::int64_t patients = 0, events = 0;
    double wait = 0, occupancy = 0, second_wait = 0, second_occupancy = 0, seconds = 0, cpu_seconds = 0;
};

// ---------------------------------------------------------------- the two models

enum Kind : u32 { Ending = 0, Arrival = 3 };

template <class Draws, bool Apart>
class Mmc {
public:
    Mmc(u64 seed) : draws(seed), service(hash_of("service")) { next_arrival = gap(0); }

    void reset(int now) {
        waits = {};
        arrived = ended = 0;
        busy.reset(now);
    }

    void arrive(int now) {
        const int patient = patients.add();
        auto& record = patients[patient];
        record.number = number++;
        record.asked_at = now;
        arrived++;
        next_arrival = now + gap(number);
        if (!Apart) events.push(next_arrival, Arrival, Arrives, None);
        if (busy.value < Servers) start(patient, now);
        else waiting.add(patients, patient);
    }

    void end(const Event& event) {
        const int now = event.time();
        patients.remove(event.patient);
        ended++;
        busy.change(-1, now);
        if (!waiting.empty()) start(waiting.take(patients), now);
    }

    Outcome outcome(int from, int to) { return {arrived, arrived + ended, waits.minutes(), busy.mean(from, to)}; }

    EventList<10> events;
    int next_arrival = 0;

private:
    int gap(u64 patient) { return exponential(Hour / ArrivalsPerHour, draws.uniform(patient, 0, ForArrival)); }

    void start(int patient, int now) {
        auto& record = patients[patient];
        waits.add(now - record.asked_at);
        busy.change(1, now);
        events.push(now + exponential(ServiceMean, draws.uniform(record.number, service, ForStage)), Ending, Ends, patient);
    }

    Draws draws;
    Patients patients;
    List waiting;
    Level busy;
    Waits waits;
    u64 number = 0;
    std::int64_t arrived = 0, ended = 0;
    u32 service;
};

/// Arrival times of a Poisson process whose rate changes by hour of the day, by the inverse of the cumulative rate.
class DailyProfile {
public:
    DailyProfile() {
        for (int hour = 0; hour < 24; hour++) upto[hour + 1] = upto[hour] + PerHour[hour];
        for (int cell = 0, hour = 0; cell <= Cells; cell++) {
            while (hour < 23 && upto[hour + 1] <= cell * upto[24] / Cells) hour++;
            guide[cell] = hour;
        }
    }

    /// Goes on by an amount of cumulative rate; the whole second in which the arrival falls.
    int next(double amount) {
        within += amount;
        while (within >= upto[24]) {
            within -= upto[24];
            day += Day;
        }
        int hour = guide[static_cast<int>(within * (Cells / upto[24]))];
        while (within >= upto[hour + 1]) hour++;
        return day + hour * Hour + std::min(static_cast<int>((within - upto[hour]) * (Hour / PerHour[hour])), Hour - 1);
    }

private:
    static constexpr int Cells = 1024;
    double upto[25] = {};
    int guide[Cells + 1];
    double within = 0;
    int day = 0;
};

template <class Draws, bool Apart>
class BedBlocking {
public:
    BedBlocking(u64 seed) : draws(seed), ward_name(hash_of("ward")), community_name(hash_of("community")) { prepare(); }

    void reset(int now) {
        waits = delays = {};
        arrived = ended = 0;
        ward.reset(now);
        community.reset(now);
    }

    void arrive(int now) {
        const int patient = patients.add();
        auto& record = patients[patient];
        record.number = number++;
        record.asked_at = now;
        record.rank = next_rank;
        arrived++;
        prepare();
        if (!Apart) events.push(next_arrival, Arrival, Arrives, None);
        if (ward.value < WardBeds) enter_ward(patient, now);
        else ward_lists[record.rank].add(patients, patient);
    }

    void end(const Event& event) {
        const int now = event.time();
        const int patient = event.patient;
        ended++;
        if (event.code == LeavesCommunity) {
            patients.remove(patient);
            community.change(-1, now);
            if (!delayed.empty()) {
                enter_community(delayed.take(patients), now);
                leave_ward(now);
            }
            return;
        }
        if (!patients[patient].goes_on) {
            patients.remove(patient);
            leave_ward(now);
            return;
        }
        patients[patient].asked_at = now;
        if (community.value < CommunityBeds) {
            enter_community(patient, now);
            leave_ward(now);
        } else {
            delayed.add(patients, patient);
        }
    }

    Outcome outcome(int from, int to) {
        return {arrived, arrived + ended, waits.minutes(), ward.mean(from, to), delays.minutes(), community.mean(from, to)};
    }

    EventList<13> events;
    int next_arrival = 0;

private:
    static constexpr u32 GoesOnBelow = static_cast<u32>(GoesOn * 4294967296.0);
    static constexpr u32 PriorityBelow = static_cast<u32>(HasPriority * 4294967296.0);

    /// The next arrival and who it is.
    void prepare() {
        const auto draw = draws.uniform_and_word(number, 0, ForArrival);
        next_arrival = profile.next(-std::log(1 - draw.uniform));
        next_rank = draw.word < PriorityBelow ? 0 : 1;
    }

    void enter_ward(int patient, int now) {
        auto& record = patients[patient];
        waits.add(now - record.asked_at);
        ward.change(1, now);
        const auto draw = draws.uniform_and_word(record.number, ward_name, ForStage);
        record.goes_on = draw.word < GoesOnBelow;
        events.push(now + ward_stay(draw.uniform), Ending, Ends, patient);
    }

    void leave_ward(int now) {
        ward.change(-1, now);
        auto& list = ward_lists[ward_lists[0].empty()];
        if (!list.empty()) enter_ward(list.take(patients), now);
    }

    void enter_community(int patient, int now) {
        auto& record = patients[patient];
        delays.add(now - record.asked_at);
        community.change(1, now);
        events.push(now + community_stay(draws.uniform(record.number, community_name, ForStage)), Ending, LeavesCommunity, patient);
    }

    Draws draws;
    DailyProfile profile;
    Lognormal ward_stay{WardMean, WardSd}, community_stay{CommunityMean, CommunitySd};
    Patients patients;
    List ward_lists[2], delayed;
    Level ward, community;
    Waits waits, delays;
    u64 number = 0;
    std::int64_t arrived = 0, ended = 0;
    u32 next_rank = 0, ward_name, community_name;
};

// ---------------------------------------------------------------- running

/// Handles every event before a time.
template <bool Apart, class Model>
void run_until(Model& model, int end) {
    for (;;) {
        // An ending goes before an arrival of the same second.
        const int until = Apart ? std::min(model.next_arrival, end - 1) : end - 1;
        const Event* next = model.events.next_until(until);
        if (next == nullptr) {
            if (!Apart || model.next_arrival >= end) return;
            model.arrive(model.next_arrival);
            continue;
        }
        const Event event = *next;
        model.events.drop();
        if (!Apart && event.code == Arrives) model.arrive(event.time());
        else model.end(event);
    }
}

/// Stands still while the thread waits for a core; wall time where the system has no such clock.
double thread_time() {
#ifdef __linux__
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
#else
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
#endif
}

template <bool Apart, class Model>
Outcome run(int days, int warm_up, u64 seed) {
    Model model(seed);
    const int from = warm_up * Day, to = (warm_up + days) * Day;
    if (!Apart) model.events.push(model.next_arrival, Arrival, Arrives, None);
    run_until<Apart>(model, from);
    model.reset(from);
    const auto start = std::chrono::steady_clock::now();
    const double cpu_start = thread_time();
    run_until<Apart>(model, to);
    const double cpu_taken = thread_time() - cpu_start;
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    auto outcome = model.outcome(from, to);
    outcome.seconds = taken.count();
    outcome.cpu_seconds = cpu_taken;
    return outcome;
}

struct Options {
    std::string_view model;
    int days = 0, warm_up = 0;
    u64 seed = 1;
    bool keyed = false, apart = false;
};

template <class Draws, bool Apart>
Outcome run_model(const Options& options) {
    const auto once = [&](int days) {
        return options.model == "mmc" ? run<Apart, Mmc<Draws, Apart>>(days, options.warm_up, options.seed)
                                      : run<Apart, BedBlocking<Draws, Apart>>(days, options.warm_up, options.seed);
    };
    once(std::max(options.days / 8, 1)); // warms caches, branch history and the processor's clock
    return once(options.days);
}

template <class Draws>
Outcome run_draws(const Options& options) {
    return options.apart ? run_model<Draws, true>(options) : run_model<Draws, false>(options);
}

[[noreturn]] void usage() {
    std::fprintf(stderr, "usage: limit mmc|bed-blocking --days D --warm-up W --seed S [--keyed] [--arrivals-apart]\n");
    std::exit(2);
}

Options parse(int count, char** words) {
    Options options;
    if (count < 2) usage();
    options.model = words[1];
    for (int i = 2; i < count; i++) {
        const std::string_view word = words[i];
        const auto value = [&] { return ++i < count ? std::strtoull(words[i], nullptr, 10) : (usage(), 0ull); };
        if (word == "--days") options.days = static_cast<int>(value());
        else if (word == "--warm-up") options.warm_up = static_cast<int>(value());
        else if (word == "--seed") options.seed = value();
        else if (word == "--keyed") options.keyed = true;
        else if (word == "--arrivals-apart") options.apart = true;
        else usage();
    }
    const bool fits = static_cast<std::int64_t>(options.days + options.warm_up) * Day < 0x7F000000 && options.days > 0;
    if ((options.model != "mmc" && options.model != "bed-blocking") || !fits) usage();
    return options;
}

} // namespace

int main(int count, char** words) {
    const auto options = parse(count, words);
    const auto o = options.keyed ? run_draws<Keyed>(options) : run_draws<Sequential>(options);
    std::printf("{\"model\":\"%s\",\"events\":%lld,\"patients\":%lld,\"seconds\":%.9f,\"cpu_seconds\":%.9f,\"mean_wait\":%.9g,\"mean_occupancy\":%.9g", words[1],
        static_cast<long long>(o.events), static_cast<long long>(o.patients), o.seconds, o.cpu_seconds, o.wait, o.occupancy);
    if (options.model == "bed-blocking") std::printf(",\"community_wait\":%.9g,\"community_occupancy\":%.9g", o.second_wait, o.second_occupancy);
    std::printf("}\n");
}
