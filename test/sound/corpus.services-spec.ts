// needs: espeak-ng, sox, ffmpeg
import { examples } from './corpus.js';
import { describeCorpus } from './corpus.suite.js';

describeCorpus(examples);
