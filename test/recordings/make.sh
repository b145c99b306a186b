#!/usr/bin/env bash
# make.sh [OUTDIR]
#
# Makes the recordings of this folder again (see README.md). All voices are synthesised.
# Needs ffmpeg, sox and espeak-ng (Debian packages of those names). Texts, levels and noise are fixed.
set -euo pipefail
OUT=${1:-$(cd "$(dirname "$0")" && pwd)}
for tool in ffmpeg sox espeak-ng; do command -v "$tool" >/dev/null || { echo "missing $tool" >&2; exit 2; }; done
mkdir -p "$OUT"; OUT=$(cd "$OUT" && pwd)
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
FF="ffmpeg -hide_banner -loglevel error -nostdin -y -bitexact"
RATE=22050

n=0; LIST=()
# say VOICE PITCH SPEED GAIN EFFECT TEXT: adds one sentence and a pause to LIST; EFFECT is clean or laptop
say() {
  n=$((n + 1)); local raw=$T/$n-raw.wav out=$T/$n.wav
  espeak-ng -v "$1" -p "$2" -s "$3" -w "$raw" "$6"
  sox -R -V1 "$raw" -r $RATE "$T/$n-r.wav" silence 1 0.01 0.3% reverse silence 1 0.01 0.3% reverse norm -3 gain "$4"
  if [ "$5" = laptop ]; then
    # a narrow, boxy microphone on the wrong side of the table
    sox -R -V1 "$T/$n-r.wav" -c 1 -r $RATE "$out" highpass 280 lowpass -2 3200 reverb 20 50 40 gain -1
  else
    cp "$T/$n-r.wav" "$out"
  fi
  LIST+=("$out" "$T/pause.wav")
}
# join OUT NOISE_DB: the sentences so far over a quiet pink noise
join() {
  sox -R -V1 "${LIST[@]}" "$T/joined.wav"
  sox -R -V1 -n -r $RATE -c 1 "$T/noise.wav" synth "$(soxi -D "$T/joined.wav")" pinknoise gain "$2"
  sox -R -V1 -m -v 1 "$T/joined.wav" -v 1 "$T/noise.wav" -b 16 "$1"
  LIST=()
}
sox -R -V1 -n -r $RATE -c 1 "$T/pause.wav" trim 0 0.45

# 1. An English interview: the guest is quiet and muffled until the right microphone is chosen
host() { say en-us 38 165 -6 clean "$1"; }
far() { say en-gb+f3 58 172 -19 laptop "$1"; }
near() { say en-gb+f3 58 172 -8 clean "$1"; }
host "Welcome to Monday Night Conversations. My guest today is Jean Tremblay, who recorded more than two hundred conference talks."
far "Thank you for having me. I am sorry about the sound, I think my laptop chose the wrong microphone."
host "Let us leave it in, because that is exactly our subject. What goes wrong most often when small teams record?"
far "The levels. One person sits close to the microphone and the other one far away, and nobody listens before publishing."
far "People forgive a bad picture, but they stop listening as soon as the sound hurts."
host "Wait, now I hear you much better. What did you change?"
near "I plugged in the headset again. This is how I should have sounded from the start."
host "So what would you tell somebody who starts tomorrow?"
near "Record in a small room with a carpet. Keep the microphone one hand away. And listen to the first minute before you record the other fifty nine."
near "Everything else can be repaired afterwards. A missing microphone cannot."
host "That is a good place to stop. Jean Tremblay, thank you. You will find the links in the notes of this episode."
join "$T/interview.wav" -64
$FF -i "$T/interview.wav" -map_metadata -1 -c:a flac -compression_level 12 -sample_fmt s16 \
  -metadata title="Recording talks with Jean Tremblay" -metadata artist="Monday Night Conversations" \
  -metadata album="Monday Night Conversations" -metadata date=2026-09-14 -metadata track=87 \
  -metadata comment="Synthesised voices" "$OUT/MNC-087-jean-tremblay-FINAL2.flac"

# 2. A French talk in a hall
speaker() { say fr-fr+f2 50 160 -7 clean "$1"; }
speaker "Bonjour à toutes et à tous, et merci d'être venus si nombreux dans cette petite salle."
speaker "Je vais vous parler de la forêt publique des données, et de ce que nous avons appris en trois ans."
speaker "Au début, chaque équipe gardait ses mesures dans son coin, et personne ne savait ce que les autres faisaient."
speaker "Ensuite, nous avons publié une première carte. Elle était fausse, mais elle a fait parler tout le monde."
speaker "La troisième année, les communes ont commencé à corriger la carte elles-mêmes, et les habitants avec elles."
speaker "Retenez une seule chose : publiez tôt, corrigez souvent, et remerciez ceux qui vous corrigent."
say fr-fr+m3 45 165 -20 laptop "Est-ce que les données sont encore ouvertes aujourd'hui ?"
speaker "Oui, toutes, et elles le resteront. Merci beaucoup, je vous laisse à la pause café."
join "$T/talk.wav" -63
$FF -i "$T/talk.wav" -map_metadata -1 -ar 16000 -c:a flac -compression_level 12 -sample_fmt s16 \
  -metadata title="La forêt des données" -metadata artist="Zoé Lefèvre" -metadata album="Rencontres du logiciel public 2026" \
  -metadata date=2026-10-03 -metadata language=fra -metadata comment="Voix de synthèse" "$OUT/rencontres-2026-foret-des-donnees.flac"

# 3. A few seconds of WAV with RIFF INFO tags, for fast tests
say en-us 38 165 -9 clean "This is a short trailer."
say en-gb+f3 58 172 -11 clean "Two voices, a few seconds, nothing more."
say en-us 38 165 -9 clean "Thank you for listening."
join "$T/trailer.wav" -56
$FF -i "$T/trailer.wav" -map_metadata -1 -ar 16000 -c:a pcm_s16le -metadata title="A short trailer" -metadata artist="Monday Night Conversations" \
  -metadata date=2026 -metadata comment="Synthesised voices" "$OUT/trailer.wav"

# 4. A short stereo MP3 with ID3v2 tags and a cover; each voice a little to its side
say en-gb+f3 58 172 -8 clean "Episode forty two: the archive goes back to cassettes, discs and phone calls."
join "$T/her.wav" -56
say en-us 38 165 -8 clean "We kept them all."
join "$T/him.wav" -56
sox -R -V1 "$T/her.wav" "$T/her-s.wav" remix 1v0.95 1v0.45
sox -R -V1 "$T/him.wav" "$T/him-s.wav" remix 1v0.45 1v0.95
sox -R -V1 "$T/her-s.wav" "$T/him-s.wav" -r 44100 "$T/stereo.wav"
$FF -f lavfi -i "gradients=s=320x320:c0=0x1f4e5f:c1=0xf2a65a:x0=0:y0=0:x1=320:y1=320:n=2:seed=1" -frames:v 1 -update 1 -q:v 6 "$T/cover.jpg"
$FF -i "$T/stereo.wav" -i "$T/cover.jpg" -map 0:a -map 1:v -map_metadata -1 -c:a libmp3lame -b:a 96k -c:v copy \
  -disposition:v attached_pic -metadata:s:v title="Album cover" -metadata:s:v comment="Cover (front)" \
  -metadata title="Les archives retrouvées" -metadata artist="Jean Tremblay" -metadata album="Monday Night Conversations" \
  -metadata track=42 -metadata date=2025-11-03 -id3v2_version 3 "$OUT/archives-042.mp3"

# 5. A small video: a test pattern, with sound
say en-us 38 165 -10 clean "A talk with a picture, spoken by a synthesiser."
join "$T/video.wav" -54
$FF -i "$T/video.wav" -f lavfi -i "testsrc2=size=320x180:rate=10" -map 1:v -map 0:a -shortest -c:v libx264 -preset veryslow -crf 38 -pix_fmt yuv420p \
  -threads 1 -c:a aac -b:a 48k -metadata title="A talk with a picture" -metadata artist="Zoé Lefèvre" -metadata date=2026-10-03 \
  -movflags +faststart "$OUT/talk-with-picture.mp4"

# 6. A short interview whose microphone changes in the middle: narrow and quiet first, then the headset
deaf() { n=$((n + 1)); espeak-ng -v en-gb+f3 -p 58 -s 172 -w "$T/$n-raw.wav" "$1"
  sox -R -V1 "$T/$n-raw.wav" -r $RATE "$T/$n.wav" silence 1 0.01 0.3% reverse silence 1 0.01 0.3% reverse norm -3 sinc -3300 gain -20
  LIST+=("$T/$n.wav" "$T/pause.wav"); }
host "Good morning. I am on the phone with Zoe Lefevre, who repairs old recordings for a living."
deaf "Good morning. I have to apologise, my computer has chosen the wrong microphone again."
deaf "It sounds as if I were sitting in a cupboard, far away from everything that matters here."
host "Never mind, this is what we talk about today. How do you notice such a thing in time?"
deaf "You listen to the first minute on headphones, and you look at the name of the device that is used."
near "And now I have plugged in the right one. Do you hear how much nearer I am at once?"
host "Yes, that is the whole difference. What do you tell the people who send you their tapes?"
near "That most of it can be saved, and that the first sentence is what everybody will remember."
host "Then let us keep this one as it is. Thank you very much, and until next week."
join "$T/microphones.wav" -62
$FF -i "$T/microphones.wav" -map_metadata -1 -ar 48000 -c:a libopus -b:a 28k -metadata title="Two microphones" \
  -metadata artist="Zoe Lefevre" -metadata date=2026-11-02 -metadata comment="Synthesised voices" "$OUT/two-microphones.opus"

ls -l "$OUT" | awk '{total += $5} END {print total " bytes"}'
