"""The routes of `stripe listen`: a session, then its websocket. Stripe's reference has neither."""

from contextlib import suppress

from flask import Blueprint, Response, request
from simple_websocket import ConnectionClosed, Server

from . import listeners, params
from .answering import DROP, Call, answer, answer_post, as_json
from .api import v1_blueprint
from .errors import NotFound
from .listeners import Conversation
from .objects import Object
from .state import state

SUBPROTOCOL = "stripecli-devproxy-v1"
WEBSOCKET_PATH = "/stripecli/websocket"

bp = v1_blueprint("listeners")

# The websocket's own path: the CLI shows no API key there, only the session's id.
websocket_bp = Blueprint("websockets", __name__)


@bp.post("/stripecli/sessions")
def create_listener() -> Response:
    websocket_url = f"ws://{request.host}{WEBSOCKET_PATH}"

    def work(call: Call) -> Object:
        return listeners.create(call.tx, params.parse(params.CreateListener, call.params), websocket_url)

    return answer_post(work)


@websocket_bp.get(WEBSOCKET_PATH, websocket=True)
def converse() -> Response:
    store, listener_id = state().store, request.headers.get("Websocket-Id", "")
    with store.transaction() as tx:
        connection = listeners.connect(tx, listener_id)
    if connection is None:
        return answer(401, as_json(NotFound(listeners.UNKNOWN_ID).body()))
    request.environ["werkzeug.socket"].settimeout(None)  # a listener may be silent for longer than a request
    with suppress(ConnectionClosed):
        socket = Server(request.environ, subprotocols=[SUBPROTOCOL])
        try:
            Conversation(store, socket, listener_id).run()
            socket.close()
        finally:
            with store.transaction() as tx:
                listeners.disconnect(tx, listener_id, connection)
    request.environ[DROP] = True  # the connection was the websocket's: there is nothing left to answer on it
    return Response()
