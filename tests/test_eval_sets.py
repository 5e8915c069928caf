"""Tests of eval/sets.py, beir.py and qmsum.py: sets of questions that bring their documents."""

import json

import pytest

from eval.collection import digest_of
from eval.errors import UnreadableQuestions
from eval.questions import Evidence
from eval.run import evaluate
from eval.sets import index_for, read_set
from eval.trec import write_trec
from index.generation import BuiltIndex
from qa.limits import Limits

CORPUS = [
    {"_id": "otters", "title": "Otters", "text": "Otters eat fish and sleep on their backs."},
    {"_id": "4/bees", "title": "", "text": "Bees make honey. They dance to tell the others where."},
    {"_id": "again", "title": "Otters", "text": "Otters eat fish and sleep on their backs."},
    {"_id": "ferns", "title": "Ferns", "text": "Ferns have neither seeds nor flowers."},
]
QUERIES = [
    {"_id": "q1", "text": "What do otters eat?"},
    {"_id": "q2", "text": "Who makes honey?"},
    {"_id": "q3", "text": "Who sings?"},
]
QRELS = "query-id\tcorpus-id\tscore\nq1\totters\t2\nq2\t4/bees\t1\nq2\tferns\t0\nq3\tlarks\t1\n"
TURNS = [
    {"speaker": "The Chair", "content": "I call the meeting to order. Item one is the bridge."},
    {"speaker": "Mr. Ian Marsh", "content": "The bridge will reopen in May. It cost a great deal."},
    {"speaker": "Ms. Sue Kerr", "content": "Will the buses run across it again after that?"},
    {"speaker": "Mr. Ian Marsh", "content": "Buses will run every ten minutes from June."},
    {"speaker": "Ms. Sue Kerr", "content": "Thank you for that answer, it is good news."},
    {"speaker": "The Chair", "content": "Then we move on to the second item, the library."},
]
QUERY = "What did Ian Marsh say about the bridge?"
EVIDENCE = [
    {"type": "CES", "turn_index": 1, "content": "The bridge will reopen in May."},
    {"type": "PES", "turn_index": 1, "content": "It cost a great deal."},
]


@pytest.fixture
def index(small_encoder, tmp_path):
    """An index folder that is not there, beside which sets get their own."""
    return tmp_path / "index"


def lines(values):
    return "".join(json.dumps(each) + "\n" for each in values)


@pytest.fixture
def beir(tmp_path):
    folder = tmp_path / "nature"
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_text(lines(CORPUS))
    (folder / "queries.jsonl").write_text(lines(QUERIES))
    (folder / "qrels" / "test.tsv").write_text(QRELS)
    return folder


@pytest.fixture
def qmsum(tmp_path):
    folder = tmp_path / "val"
    folder.mkdir()
    meeting = {
        "specific_query_list": [{"query": QUERY, "relevant_text_span": [["1", "1"]]}],
        "meeting_transcripts": TURNS,
    }
    (folder / "bridge_1.json").write_text(json.dumps(meeting))
    return folder


def add_evidence(qmsum):
    folder = qmsum.parent / "evidence" / "val"
    folder.mkdir(parents=True)
    query = {"query": QUERY, "evidence": [EVIDENCE, EVIDENCE]}
    values = {"qmsum": {"specific_query_list": [query]}}
    (folder / "bridge_1.json").write_text(json.dumps(values))


def test_beir_documents_that_are_relevant_answer_as_a_whole(beir):
    read = read_set(beir)
    assert [(each.id, each.split) for each in read.questions] == [("q1", "test"), ("q2", "test")]
    assert read.questions[0].alternatives == ((Evidence("", "otters", relevance=2),),)
    assert all(question.of_documents for question in read.questions)
    assert read.faults == ("q3: larks is judged but not in the set",)


def test_beir_ids_that_no_meeting_may_have_are_kept_as_names(beir):
    read = read_set(beir)
    assert list(read.documents) == ["otters", "document-2", "ferns"]
    assert read.names["document-2"] == "4/bees"
    assert read.names["otters"] == "otters"


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1 otters 1\n", "line 2: expected query"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\totters\t0\n", "judges no document"),
        ("queries.jsonl", '{"_id": 1, "text": "?"}\n', "needs a text '_id'"),
        ("corpus.jsonl", "{\n", "cannot be read"),
    ],
)
def test_a_beir_folder_that_cannot_be_used_says_why(beir, file, text, message):
    (beir / file).write_text(text)
    with pytest.raises(UnreadableQuestions, match=message):
        read_set(beir)


def test_central_evidence_of_qmsum_answers_inside_its_meeting(qmsum):
    add_evidence(qmsum)
    (question,) = read_set(qmsum).questions
    assert question.alternatives == ((Evidence("The bridge will reopen in May.", "bridge_1"),),)
    assert (question.text, question.limits) == (QUERY, Limits(meeting="bridge_1"))
    assert read_set(qmsum / "bridge_1.json").questions == (question,)
    assert read_set(qmsum).faults == ()


def test_without_evidence_every_sentence_of_the_relevant_turns_counts_and_it_is_said(qmsum):
    read = read_set(qmsum)
    spans = [span.quote for span in read.questions[0].spans]
    assert spans == ["The bridge will reopen in May.", "It cost a great deal."]
    assert "bridge_1.json: no evidence" in read.faults[0]


def test_a_meeting_of_qmsum_that_lacks_its_queries_is_named(qmsum):
    (qmsum / "bridge_1.json").write_text(json.dumps({"meeting_transcripts": TURNS}))
    with pytest.raises(UnreadableQuestions, match="bridge_1.json is not a meeting of QMSum"):
        read_set(qmsum)


def test_a_folder_that_is_no_set_says_what_is_read(tmp_path):
    with pytest.raises(UnreadableQuestions, match="neither a BEIR folder"):
        read_set(tmp_path)


def test_the_digest_of_a_set_changes_with_any_of_its_files(beir):
    before = read_set(beir).sha256
    (beir / "qrels" / "test.tsv").write_text(QRELS.replace("\t2\n", "\t1\n"))
    assert read_set(beir).sha256 != before
    assert digest_of([]) != before


def test_questions_without_documents_are_asked_of_the_index_that_is_named(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(lines([{"question": "Who sings?", "answerable": False}]))
    assert index_for(read_set(path), tmp_path / "index") == tmp_path / "index"


def test_documents_are_built_beside_the_index_which_is_left_alone(beir, index):
    own = index_for(read_set(beir), index)
    assert own == index.with_name("index-nature")
    assert not index.exists()
    held = {entry.id for entry in BuiltIndex.open(own).store.meetings()}
    assert held == {"otters", "document-2", "ferns"}


def test_judged_documents_are_found_and_ranked_by_their_names(beir, index, tmp_path):
    evaluation = evaluate(beir, index)
    write_trec(evaluation.rows, tmp_path / "runs", evaluation.names)
    measures = evaluation.figures.measures
    assert measures["words only"]["hit@1"] == 1
    assert measures["words only"]["nDCG@10"] == 1
    qrels = (tmp_path / "runs" / "words-only.qrels").read_text().splitlines()
    assert qrels == ["q1 0 otters 2", "q2 0 4/bees 1"]
    run = (tmp_path / "runs" / "words-only.run").read_text().splitlines()
    assert run[0] == "q1 Q0 otters 1 1.000000 words-only"
    assert [line for line in run if line.startswith("q2 ")][0].split()[2] == "4/bees"


def test_a_transcript_is_asked_inside_its_meeting(qmsum, index):
    add_evidence(qmsum)
    evaluation = evaluate(qmsum, index)
    measures = evaluation.figures.measures
    assert evaluation.problems == ()
    assert measures["chunks of 1000"]["cov300w"] == 1
    assert measures["minuted"]["hit@3 (ranking)"] == 1
