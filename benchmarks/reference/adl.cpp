// The queries of the analysis description language benchmark as plain loops over columns in memory, to compare Ristretto's computing with.
// Usage: adl FOLDER QUERY ROUNDS COPIES. FOLDER holds one file per column, NAME.bin, with its values one after the other; those of lists are flat, their
// lengths are in nNAME.bin. The events are taken COPIES times. Prints the median time of a round in seconds, and a line with the bins of each histogram, underflow first.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

std::string folder;
std::size_t copies = 1;

template <class T> std::vector<T> column(const std::string &name) {
  std::ifstream file(folder + "/" + name + ".bin", std::ios::binary | std::ios::ate);
  if (!file) {
    std::fprintf(stderr, "adl: no column %s\n", name.c_str());
    std::exit(1);
  }
  const auto size = static_cast<std::size_t>(file.tellg()) / sizeof(T);
  std::vector<T> values(size * copies);
  file.seekg(0);
  file.read(reinterpret_cast<char *>(values.data()), static_cast<std::streamsize>(size * sizeof(T)));
  for (std::size_t i = 1; i < copies; i++) std::copy_n(values.begin(), size, values.begin() + static_cast<std::ptrdiff_t>(i * size));
  return values;
}

struct Histogram {
  double low, high;
  std::vector<long> counts = std::vector<long>(102);

  void fill(double x) { counts[x < low ? 0 : !(x < high) ? 101 : 1 + static_cast<int>(100 * (x - low) / (high - low))]++; }
};

struct Vector {
  double px, py, pz, e;

  Vector operator+(const Vector &o) const { return {px + o.px, py + o.py, pz + o.pz, e + o.e}; }
  double mass() const {
    const double square = e * e - px * px - py * py - pz * pz;
    return square < 0 ? -std::sqrt(-square) : std::sqrt(square);
  }
  double pt() const { return std::sqrt(px * px + py * py); }
};

Vector vector(double pt, double eta, double phi, double mass) {
  const double px = pt * std::cos(phi), py = pt * std::sin(phi), pz = pt * std::sinh(eta);
  return {px, py, pz, std::sqrt(px * px + py * py + pz * pz + mass * mass)};
}

double delta_phi(double a, double b) {
  double d = a - b;
  if (d > M_PI) d -= 2 * M_PI;
  else if (d <= -M_PI) d += 2 * M_PI;
  return d;
}

// Objects of all events; those of event i are [begin[i], begin[i + 1]).
struct Particles {
  std::vector<int> begin{0};
  std::vector<float> pt, eta, phi, mass;

  Particles(const std::string &name, bool whole) : pt(column<float>(name + "_pt")) {
    for (int count : column<int>("n" + name)) begin.push_back(begin.back() + count);
    if (!whole) return;
    eta = column<float>(name + "_eta"), phi = column<float>(name + "_phi"), mass = column<float>(name + "_mass");
  }
  std::size_t events() const { return begin.size() - 1; }
  Vector p4(int i) const { return vector(pt[i], eta[i], phi[i], mass[i]); }
};

template <class Query> void measure(std::vector<Histogram> empty, int rounds, Query query) {
  std::vector<double> seconds;
  std::vector<Histogram> filled;
  for (int round = -2; round < rounds; round++) {
    filled = empty;
    const auto start = std::chrono::steady_clock::now();
    query(filled);
    if (round >= 0) seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(seconds.begin(), seconds.end());
  std::printf("%.9f\n", seconds[seconds.size() / 2]);
  for (const auto &histogram : filled) {
    for (long count : histogram.counts) std::printf("%ld ", count);
    std::printf("\n");
  }
}

void query1(int rounds) {
  const auto met = column<float>("MET_pt");
  measure({{0, 200}}, rounds, [&](auto &h) {
    for (float value : met) h[0].fill(value);
  });
}

void query2(int rounds) {
  const auto pt = column<float>("Jet_pt");
  measure({{15, 60}}, rounds, [&](auto &h) {
    for (float value : pt) h[0].fill(value);
  });
}

void query3(int rounds) {
  const auto pt = column<float>("Jet_pt"), eta = column<float>("Jet_eta");
  measure({{15, 60}}, rounds, [&](auto &h) {
    for (std::size_t i = 0; i < pt.size(); i++)
      if (std::abs(eta[i]) < 1) h[0].fill(pt[i]);
  });
}

void query4(int rounds) {
  const auto met = column<float>("MET_pt");
  const Particles jets("Jet", false);
  measure({{0, 200}}, rounds, [&](auto &h) {
    for (std::size_t e = 0; e < jets.events(); e++) {
      int hard = 0;
      for (int i = jets.begin[e]; i < jets.begin[e + 1]; i++) hard += jets.pt[i] > 40;
      if (hard >= 2) h[0].fill(met[e]);
    }
  });
}

void query5(int rounds) {
  const auto met = column<float>("MET_pt");
  const auto charge = column<int>("Muon_charge");
  const Particles muons("Muon", true);
  const auto has_pair = [&](int begin, int end) {
    for (int i = begin; i < end; i++)
      for (int j = i + 1; j < end; j++) {
        if (charge[i] == charge[j]) continue;
        const double mass = (muons.p4(i) + muons.p4(j)).mass();
        if (mass > 60 && mass < 120) return true;
      }
    return false;
  };
  measure({{0, 200}}, rounds, [&](auto &h) {
    for (std::size_t e = 0; e < muons.events(); e++)
      if (has_pair(muons.begin[e], muons.begin[e + 1])) h[0].fill(met[e]);
  });
}

void query6(int rounds) {
  const auto btag = column<float>("Jet_btag");
  const Particles jets("Jet", true);
  measure({{15, 40}, {0, 1}}, rounds, [&](auto &h) {
    std::vector<Vector> p4;
    for (std::size_t e = 0; e < jets.events(); e++) {
      const int first = jets.begin[e], count = jets.begin[e + 1] - first;
      if (count < 3) continue;
      p4.clear();
      for (int i = 0; i < count; i++) p4.push_back(jets.p4(first + i));
      int a = 0, b = 1, c = 2;
      double nearest = INFINITY;
      for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++) {
          const Vector pair = p4[i] + p4[j];
          for (int k = j + 1; k < count; k++) {
            const double distance = std::abs((pair + p4[k]).mass() - 172.5);
            if (distance < nearest) nearest = distance, a = i, b = j, c = k;
          }
        }
      h[0].fill((p4[a] + p4[b] + p4[c]).pt());
      h[1].fill(std::max({btag[first + a], btag[first + b], btag[first + c]}));
    }
  });
}

void query7(int rounds, bool all) {
  const Particles jets("Jet", true), muons("Muon", true), electrons("Electron", true);
  const auto is_near = [&](int jet, const Particles &leptons, std::size_t e) {
    for (int i = leptons.begin[e]; i < leptons.begin[e + 1]; i++) {
      if (!(leptons.pt[i] > 10)) continue;
      const double eta = static_cast<double>(jets.eta[jet]) - leptons.eta[i], phi = delta_phi(jets.phi[jet], leptons.phi[i]);
      if (std::sqrt(eta * eta + phi * phi) < 0.4) return true;
    }
    return false;
  };
  measure({{15, 200}}, rounds, [&](auto &h) {
    for (std::size_t e = 0; e < jets.events(); e++) {
      double sum = 0;
      int count = 0;
      for (int i = jets.begin[e]; i < jets.begin[e + 1]; i++) {
        if (!(jets.pt[i] > 30) || is_near(i, muons, e) || is_near(i, electrons, e)) continue;
        sum += jets.pt[i];
        count++;
      }
      if (all || count > 0) h[0].fill(sum);
    }
  });
}

void query8(int rounds) {
  struct Lepton {
    Vector p4;
    double pt, phi;
    int charge;
    bool is_electron;
  };
  const auto met_pt = column<float>("MET_pt"), met_phi = column<float>("MET_phi");
  const auto muon_charge = column<int>("Muon_charge"), electron_charge = column<int>("Electron_charge");
  const Particles muons("Muon", true), electrons("Electron", true);
  std::vector<Lepton> leptons;
  const auto add = [&](const Particles &kind, const std::vector<int> &charge, bool is_electron, std::size_t e) {
    for (int i = kind.begin[e]; i < kind.begin[e + 1]; i++) leptons.push_back({kind.p4(i), kind.pt[i], kind.phi[i], charge[i], is_electron});
  };
  measure({{0, 200}}, rounds, [&](auto &h) {
    for (std::size_t e = 0; e < muons.events(); e++) {
      if (muons.begin[e + 1] - muons.begin[e] + electrons.begin[e + 1] - electrons.begin[e] < 3) continue;
      leptons.clear();
      add(muons, muon_charge, false, e);
      add(electrons, electron_charge, true, e);
      const std::size_t count = leptons.size();
      std::size_t first = count, second = count;
      double nearest = INFINITY;
      for (std::size_t i = 0; i < count; i++)
        for (std::size_t j = i + 1; j < count; j++) {
          if (leptons[i].charge == leptons[j].charge || leptons[i].is_electron != leptons[j].is_electron) continue;
          const double distance = std::abs((leptons[i].p4 + leptons[j].p4).mass() - 91.2);
          if (distance < nearest) nearest = distance, first = i, second = j;
        }
      if (first == count) continue;
      const Lepton *hardest = nullptr;
      for (std::size_t i = 0; i < count; i++)
        if (i != first && i != second && (!hardest || leptons[i].pt > hardest->pt)) hardest = &leptons[i];
      h[0].fill(std::sqrt(2 * hardest->pt * met_pt[e] * (1 - std::cos(delta_phi(hardest->phi, met_phi[e])))));
    }
  });
}

}  // namespace

int main(int count, char **arguments) {
  if (count != 5) {
    std::fprintf(stderr, "usage: adl FOLDER QUERY ROUNDS COPIES\n");
    return 1;
  }
  folder = arguments[1];
  copies = static_cast<std::size_t>(std::atoi(arguments[4]));
  const std::string query = arguments[2];
  const int rounds = std::atoi(arguments[3]);
  if (query == "Q1") query1(rounds);
  else if (query == "Q2") query2(rounds);
  else if (query == "Q3") query3(rounds);
  else if (query == "Q4") query4(rounds);
  else if (query == "Q5") query5(rounds);
  else if (query == "Q6") query6(rounds);
  else if (query == "Q7") query7(rounds, false);
  else if (query == "Q7a") query7(rounds, true);
  else if (query == "Q8") query8(rounds);
  else {
    std::fprintf(stderr, "adl: no query %s\n", query.c_str());
    return 1;
  }
}
