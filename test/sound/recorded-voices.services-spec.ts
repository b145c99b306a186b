// needs: flite, sox, ffmpeg
import { recordedExamples } from './corpus.js';
import { describeCorpus } from './corpus.suite.js';

describeCorpus(recordedExamples);
