/** What the next byte of a WebAssembly module is: read along with the bytes, so that an instruction's index is guessed from
 * earlier indices and not from what happens to stand beside it. Bytes that are no module lead nowhere in particular. */
import { kContexts, kKinds, kMixtures, type Look, mix } from "./model";

/** Kinds of bytes, eight apart: the places between are the bytes of one number. */
const enum Kind {
  Start = 0,
  Section = 8,
  SectionSize = 16,
  Content = 24, // of a section that is not code
  BodySize = 32,
  LocalGroups = 40,
  LocalCount = 48,
  LocalType = 56,
  Opcode = 64,
  Extended = 72, // the second half of an instruction's number
  First = 80, // what an instruction takes
  Second = 88,
}

const kCode = 10;
const kVector = 0xfd; // instructions of 128 bits follow

const kNone = [0, 0, 0, 0, 0];

interface Place {
  kind: number;
  latest: number[]; // instructions, the newest first
}

type Bytes<T> = Generator<undefined, T, number>;

function* reading(place: Place): Bytes<void> {
  function* number(kind: Kind): Bytes<number> {
    let value = 0;
    let shift = 0;
    let byte: number;
    place.kind = kind;
    do {
      byte = yield;
      value |= (byte & 127) << shift;
      shift += 7;
      ++place.kind;
    } while (byte > 127);
    return value >>> 0;
  }
  function* plain(kind: Kind, count: number): Bytes<void> {
    for (let i = 0; i < count; ++i) {
      place.kind = kind + (i & 7);
      yield;
    }
  }
  function* taken(name: number): Bytes<void> {
    const low = name & 255;
    if (name >> 8 === kVector) {
      if (low < 12 || (low > 83 && low < 94)) {
        yield* number(Kind.First);
        yield* number(Kind.Second);
        if (low > 83 && low < 92) yield;
      } else if (low < 14) yield* plain(Kind.First, 16);
      else if (low > 20 && low < 35) yield* plain(Kind.First, 1);
    } else if (name > 255) yield* plain(Kind.First, low < 8 ? 0 : low === 8 || low === 10 ? 2 : 1);
    else if (low > 1 && low < 5) yield* plain(Kind.First, 1);
    else if (low === 0x44 || low === 0x43) yield* plain(Kind.First, low === 0x44 ? 8 : 4);
    else if (low === 14) for (let n = (yield* number(Kind.First)) + 1; n > 0; --n) yield* number(Kind.Second);
    else if (low === 17 || (low > 39 && low < 63)) {
      yield* number(Kind.First);
      yield* number(Kind.Second);
    } else if (low === 12 || low === 13 || low === 16 || (low > 31 && low < 37) || (low > 62 && low < 67))
      yield* number(Kind.First);
  }

  yield* plain(Kind.Start, 8);
  for (;;) {
    place.kind = Kind.Section;
    const section = yield;
    place.latest = [-section, ...kNone];
    const size = yield* number(Kind.SectionSize);
    if (section !== kCode) {
      yield* plain(Kind.Content, size);
      continue;
    }
    for (let left = yield* number(Kind.SectionSize); left > 0; --left) {
      place.latest = [-99, ...kNone];
      yield* number(Kind.BodySize);
      for (let groups = yield* number(Kind.LocalGroups); groups > 0; --groups) {
        yield* number(Kind.LocalCount);
        yield* plain(Kind.LocalType, 1);
      }
      for (let depth = 1; depth > 0;) {
        place.kind = Kind.Opcode;
        let name = yield;
        if (name === kVector || name === 0xfc) name = (name << 8) | (yield* number(Kind.Extended));
        place.latest = [name, ...place.latest.slice(0, 5)];
        if (name > 1 && name < 5) ++depth;
        if (name === 11) --depth;
        yield* taken(name);
      }
    }
  }
}

/** The contexts of a module's bytes: the one, two and three bytes before; the place within an instruction, with none, one,
 * two, four and six instructions before. The six bytes before begin a stretch. */
export function lookAtModule(): Look {
  const place: Place = { kind: 0, latest: [0, ...kNone] };
  const reader = reading(place);
  reader.next();
  return (bytes, i, contexts, mixtures) => {
    if (i > 0) reader.next(bytes[i - 1] as number);
    const { kind, latest } = place;
    let before = 0;
    for (let k = 0; k < 6; ++k) {
      before = mix(before + k, (bytes[i - 1 - k] ?? 0) + 1);
      if (k < 3) contexts[k] = k > 0 ? before : mix(before, kind);
    }
    contexts[kContexts] = before;
    let within = (contexts[3] = mix(kind, -1));
    for (let k = 0; k < 6; ++k) {
      within = mix(within + k, latest[k] as number);
      if (k < 2) contexts[k + 4] = within;
      else if (k & 1) contexts[(k >> 1) + 5] = within;
    }
    mixtures[0] = kind & (kKinds - 1);
    mixtures[1] = kKinds + ((((latest[0] as number) & 0xfff) * 8 + (kind >> 3)) % (kMixtures - kKinds));
  };
}
